# Reads the files of an answer with R and jsonlite, and compares each cell with what is expected.
library(jsonlite)
expected <- fromJSON("expected.json", simplifyVector = FALSE)
plain <- read.csv("answer.csv-plain", check.names = FALSE)
reader <- if (expected$language == "da") read.csv2 else read.csv
sheet <- reader("answer.csv", check.names = FALSE, fileEncoding = "UTF-8-BOM")
sdmx <- read.csv("answer.sdmx-csv", check.names = FALSE)
stat <- fromJSON("answer.json-stat", simplifyVector = FALSE)
same <- function(found, value) {
  missing <- is.null(found) || is.na(found)
  missing == is.null(value) && (missing || abs(found - value) < 1e-9)
}
measures <- length(expected$measures)
stopifnot(length(expected$lines) == length(stat$value), length(expected$lines) == nrow(sdmx))
for (at in seq_along(expected$lines)) {
  line <- expected$lines[[at]]
  row <- (at - 1) %/% measures + 1
  measure <- (at - 1) %% measures + 1
  stopifnot(
    same(plain[row, expected$measures[[measure]]], line$value),
    plain[row, paste0(expected$measures[[measure]], "_status")] == line$status,
    same(sheet[row, expected$titles[[measure]]], line$value),
    same(sdmx$OBS_VALUE[at], line$value),
    same(stat$value[[at]], line$value),
    line$status != "suppressed" || stat$status[[as.character(at - 1)]] == "c"
  )
}
cat(length(expected$lines), "\n")
