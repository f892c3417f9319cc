# Writes soil.csv: four bands of a pixel of a Landsat image, and whether its ground is damp grey soil (1) or another (0).
#   Rscript soil.R
# Every second row of the data set Satellite of Debian's r-cran-mlbench (2.1-3), which has 3 × 3 pixels a row; here is the
# one in the middle, so that no pixel is in two rows. The pixels are neighbors in one image, so test rows resemble
# training rows more than those of another image would.
# Source: A. Srinivasan (1993), Statlog (Landsat Satellite), UCI Machine Learning Repository, doi:10.24432/C55887, CC BY 4.0.
data(Satellite, package = "mlbench")
rows <- Satellite[seq(1, nrow(Satellite), by = 2), ]
table <- data.frame(Green = rows$x.17, Red = rows$x.18, NearInfrared1 = rows$x.19, NearInfrared2 = rows$x.20,
                    Damp = ifelse(rows$classes == "damp grey soil", 1, 0))
write.csv(table, "soil.csv", row.names = FALSE, quote = FALSE)
