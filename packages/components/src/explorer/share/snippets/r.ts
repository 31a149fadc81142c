import { addressOf, hashComments, readableQuery, TOKEN, type SharedView } from './snippet.ts';

/** The numbers in R, with base R alone and the `curl` of the system: R has nothing of its own that posts. */
export function rSnippet(view: SharedView): string {
  const dimensions = [...(view.query.rows ?? []), ...(view.query.columns ?? [])].map(
    ({ dimension }) => `${text(dimension)} = "character"`,
  );
  return `${hashComments(view.remarks)}query <- ${text(readableQuery(view))}

sent <- chartr("\\\\", "/", tempfile())
received <- chartr("\\\\", "/", tempfile())
writeLines(enc2utf8(query), sent, useBytes = TRUE)
token <- Sys.getenv("${TOKEN}")
headers <- c("Content-Type: application/json", "Accept-Language: ${view.language}",
             if (nzchar(token)) paste("Authorization: Bearer", token))
# Told to curl by its standard input: a token has no place on a command line.
told <- c("silent", "show-error", "fail-with-body",
          sprintf('url = "%s"', ${text(addressOf(view))}),
          sprintf('header = "%s"', headers),
          sprintf('data-binary = "@%s"', sent),
          sprintf('output = "%s"', received))
if (system2("curl", c("--config", "-"), input = told) != 0) stop(readLines(received, warn = FALSE))

# Codes are texts. NA where there is no number, never 0: the status says why.
cells <- read.csv(received, check.names = FALSE, encoding = "UTF-8", na.strings = "",
                  colClasses = ${dimensions.length > 0 ? `c(${dimensions.join(', ')})` : 'NA'})
cells$datakube_disclosure <- NULL
print(cells, row.names = FALSE)
`;
}

/** A text in single quotation marks. */
function text(value: string): string {
  return `'${value.replace(/[\\']/g, (character) => `\\${character}`)}'`;
}
