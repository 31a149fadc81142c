export declare function indexedPng(png: Uint8Array): Buffer;
