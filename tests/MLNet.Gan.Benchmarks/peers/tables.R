# Writes data sets of Debian's R packages as CSV files without quotes: Rscript tables.R FOLDER
# Packages: r-cran-mlbench (2.1-3), r-cran-caret (6.0-93), r-cran-kernlab (0.9-32). The label is the column Class.
folder <- commandArgs(trailingOnly = TRUE)[1]

without_commas <- function(text) gsub(",", ";", text, fixed = TRUE)

save <- function(table, label, name) {
  names(table)[names(table) == label] <- "Class"
  names(table) <- without_commas(names(table))
  for (column in names(table)) {
    if (!is.factor(table[[column]])) next
    names <- without_commas(levels(table[[column]]))
    # Factors whose levels are numbers are categories all the same; a letter in front says so to every reader.
    if (!any(is.na(suppressWarnings(as.numeric(names))))) names <- paste0("c", names)
    levels(table[[column]]) <- names
  }
  write.csv(table, file.path(folder, paste0(name, ".csv")), row.names = FALSE, na = "", quote = FALSE)
}

load_from <- function(name, package) {
  environment <- new.env()
  data(list = name, package = package, envir = environment)
  get(name, envir = environment)
}

save(load_from("Ionosphere", "mlbench"), "Class", "ionosphere")
save(load_from("Vehicle", "mlbench"), "Class", "vehicle")
save(load_from("Vowel", "mlbench"), "Class", "vowel")
save(load_from("Soybean", "mlbench"), "Class", "soybean")
save(load_from("Shuttle", "mlbench"), "Class", "shuttle")
save(load_from("GermanCredit", "caret"), "Class", "german-credit")
save(load_from("income", "kernlab"), "INCOME", "income")
