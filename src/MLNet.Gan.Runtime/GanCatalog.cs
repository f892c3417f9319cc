using Microsoft.ML;
using MLNet.Gan.Metrics;

namespace MLNet.Gan;

/// <summary>The catalog of generative adversarial networks (GANs), as <c>ml.Gan</c>.</summary>
public sealed class GanCatalog
{
    internal GanCatalog(MLContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        Context = context;
    }

    /// <summary>The context that this catalog belongs to.</summary>
    internal MLContext Context { get; }

    /// <summary>
    /// Loads gray images and their classes from a pair of IDX files, such as MNIST's; gzipped or not.
    /// </summary>
    /// <param name="imagesPath">The file of images [N, H, W].</param>
    /// <param name="labelsPath">The file of classes [N], counted from 0.</param>
    /// <returns>A view of "Features" (Vector&lt;Single, 1, H, W&gt;, in [−1, 1]) and "Label" (a key).</returns>
    /// <exception cref="FormatException">A file is damaged, or the two do not match.</exception>
    public IDataView LoadIdx(string imagesPath, string labelsPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(imagesPath);
        ArgumentException.ThrowIfNullOrEmpty(labelsPath);
        return IdxImages.Load(Context, imagesPath, labelsPath);
    }

    /// <summary>
    /// Loads the images of a folder as samples, with the subfolders as classes: <c>folder/cat/1.png</c> is of class
    /// "cat".
    /// </summary>
    /// <remarks>
    /// <para>
    /// Every file with the extension of an image (.png, .jpg, .bmp, .gif, .webp, .pgm, .ppm and their variants) is a row, in
    /// ordinal order of the paths. Images of other formats and links that lead nowhere are an error, or left out by
    /// <see cref="ImageFolderOptions.SkipsBad"/>. Hidden files are ignored, and a file that several links lead to is read once.
    /// </para>
    /// <para>
    /// Each file is decoded when a cursor reads its sample; at a damaged or truncated one all others are checked, and the error
    /// names those that are. Pixels are those that pytorch-fid and clean-fid read: alpha is dropped, 16 bits are reduced to 8,
    /// and EXIF is ignored. What of this occurs, and which other files the folder has, is said by a warning of
    /// <c>MLContext.Log</c>.
    /// </para>
    /// </remarks>
    /// <param name="folder">The folder.</param>
    /// <param name="options">Size, colors and columns; null (default) for color images of one size.</param>
    /// <returns>
    /// A view of "ImagePath" (text), "Label" (a key with the names of the folders, where there are folders) and
    /// "Features" (Vector&lt;Single, C, H, W&gt;, in [−1, 1]).
    /// </returns>
    /// <exception cref="ArgumentException">
    /// Only one of height and width is set, or two columns have the same name.
    /// </exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FormatException">
    /// There is no image, or some lie in folders of classes and some do not; or, when the view is read, a file is
    /// damaged or of another size.
    /// </exception>
    public IDataView LoadImages(string folder, ImageFolderOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new ImageFolderView(Context, folder, options ?? new());
    }

    /// <summary>
    /// Loads a generator from a file of <see cref="GanTransformer.Save"/> or of
    /// <see cref="GanTransformer.ExportToOnnx"/>.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file, or it is a folder.</exception>
    /// <exception cref="FormatException">The file is damaged or not a generator of this package.</exception>
    public GanTransformer Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(Context, OnnxPath.Open(path, onnx => GeneratorFile.Open(onnx, Context)));
    }

    /// <summary>
    /// Loads a generator of table rows from a file of <see cref="TabularGanTransformer.Save"/>, or from a pipeline that
    /// <see cref="ModelOperationsCatalog.Save(ITransformer, DataViewSchema, string)"/> wrote.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file, or it is a folder.</exception>
    /// <exception cref="FormatException">The file is damaged or not a generator of table rows of this package.</exception>
    public TabularGanTransformer LoadTable(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return SavedTableChain.Load(Context, path) is { } saved
            ? new(Context, saved)
            : OnnxPath.Open(path, onnx => new TabularGanTransformer(Context, onnx));
    }

    /// <summary>
    /// Returns an estimator that adds a column with the features that a network computes of each sample.
    /// </summary>
    /// <param name="outputColumnName">The column to add.</param>
    /// <param name="inputColumnName">The column of samples.</param>
    /// <param name="extractor">The network, or one of its outputs.</param>
    public FeatureEstimator Features(string outputColumnName, string inputColumnName, IFeatureExtractor extractor) =>
        new(Context, outputColumnName, inputColumnName, extractor);

    /// <summary>
    /// Returns an estimator that adds the features of an Inception network to a column of images: vectors [C, H, W] of
    /// floats or bytes, gray or colored, or ML.NET's own images.
    /// </summary>
    /// <param name="outputColumnName">The column to add.</param>
    /// <param name="inputColumnName">The column of images.</param>
    /// <param name="options">Which network, and how to run it; null for the imported one.</param>
    public InceptionEstimator InceptionFeatures(
        string outputColumnName, string inputColumnName, InceptionOptions? options = null) =>
        new(Context, outputColumnName, inputColumnName, options ?? new());

    /// <summary>
    /// Converts the weights of the Inception network of FID's definition to an ONNX file, which is then found
    /// automatically. No code of the file is run.
    /// </summary>
    /// <param name="path">pt_inception-2015-12-05-6726825d.pth of pytorch-fid.</param>
    /// <returns>
    /// The ONNX file, in the folder of the environment variable GAN_INCEPTION or else in the user's data.
    /// </returns>
    /// <exception cref="FormatException">The file is not that network, or damaged.</exception>
    public string ImportInception(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return InceptionImport.Import(path, InceptionCache.OfUser);
    }

    /// <summary>
    /// Returns an estimator that trains a classifier on real rows and on what makes up for rare classes: synthetic rows, copies or
    /// weights, if they help.
    /// </summary>
    /// <remarks>By default a cross-validation inside the training rows decides; see <see cref="AutoResampling"/>.</remarks>
    /// <typeparam name="TTransformer">The trainer's transformer, which <c>Fit</c> returns.</typeparam>
    /// <param name="trainer">An ML.NET trainer of classifiers, or a pipeline that ends with one.</param>
    /// <param name="options">The columns, the balance and the method; null for the defaults.</param>
    public AugmentEstimator<TTransformer> Augment<TTransformer>(IEstimator<TTransformer> trainer, AugmentOptions? options = null)
        where TTransformer : class, ITransformer => new(Context, trainer, options ?? new());

    /// <summary>Returns an estimator that passes rows through and computes scores of their samples.</summary>
    /// <param name="options">
    /// The column of generated samples, the network and the metrics; the classifier is not used.
    /// </param>
    public EvaluationEstimator Watch(EvaluationOptions options) => new(Context, options);

    /// <summary>Computes the scores of generated samples compared with real ones.</summary>
    /// <param name="real">A view of real samples.</param>
    /// <param name="generated">A view of generated ones.</param>
    /// <param name="options">The feature network, the metrics and the columns.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column is missing or of a wrong type.</exception>
    /// <exception cref="ArgumentException">A view has fewer than two rows.</exception>
    /// <exception cref="InvalidOperationException">
    /// A row does not hold a sample or a class, images are damaged or have another range than the network takes, or the two
    /// sides have different ranges.
    /// </exception>
    /// <exception cref="IOException"><see cref="EvaluationOptions.CacheFolder"/> cannot be written to.</exception>
    public GanScores Evaluate(IDataView real, IDataView generated, EvaluationOptions options)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(generated);
        ArgumentNullException.ThrowIfNull(options);
        return GanEvaluation.Evaluate(real, generated, options);
    }

    /// <summary>
    /// Computes the scores of a generated table compared with a real one: of each column, and of the rows.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Columns of numbers and dates have the statistic of Kolmogorov and Smirnov ("KS of Age"), columns of text, keys and Booleans
    /// the total variation distance of the categories' shares ("TV of Plan"), both from 0 (equal) to 1, and their mean "mean column
    /// distance". A vector of numbers is a column for each value, named by its slot.
    /// </para>
    /// <para>
    /// Rows, standardized and one-hot, have <see cref="SlicedWasserstein"/>, <see cref="PrecisionRecall"/>,
    /// <see cref="DensityCoverage"/> and <see cref="NearestNeighbor"/>, where there are more than five on each side. None of these
    /// scores says that a table protects the people in it.
    /// </para>
    /// </remarks>
    /// <param name="real">The real table.</param>
    /// <param name="generated">The generated one, with columns of the same names, in any order.</param>
    /// <param name="options">What is left out; null (default) compares all columns.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column's type cannot be compared.</exception>
    /// <exception cref="InvalidOperationException">The tables have different columns, or one has fewer than two rows.</exception>
    public GanScores EvaluateTable(IDataView real, IDataView generated, TableEvaluationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(generated);
        return TableEvaluation.Evaluate(real, generated, options ?? new());
    }

    /// <summary>
    /// Compares synthetic rows of a table with real ones: columns, pairs of columns, categories, what a classifier tells apart, and
    /// whether the rows follow training rows too closely; with a verdict in words and a page with pictures.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Each score is to be judged beside that of holdout rows, which is what chance alone gives. <c>docs/table-quality.md</c> defines
    /// the values and the verdict's thresholds.
    /// </para>
    /// <para>
    /// No value shows that a table is private: that no memorization is found does not show what can be inferred of a person.
    /// </para>
    /// </remarks>
    /// <param name="real">The rows that the generator was trained on.</param>
    /// <param name="synthetic">The generated rows, with columns of the same names, in any order.</param>
    /// <param name="holdout">
    /// Real rows of the same origin that were <b>not</b> in training, best as many as the training rows; null (default) if there are
    /// none: distances to the closest record are then not measured, and copies have little meaning.
    /// </param>
    /// <param name="options">What is left out, the classifier, and how much is compared; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A column's type cannot be compared.</exception>
    /// <exception cref="InvalidOperationException">
    /// The tables have different columns, one has fewer than two rows, all columns name or number the rows, or the classifier gives no
    /// scores.
    /// </exception>
    public TableQuality EvaluateTableQuality(
        IDataView real, IDataView synthetic, IDataView? holdout = null, TableQualityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(synthetic);
        return TableQualityEvaluation.Evaluate(Context, real, synthetic, holdout, options ?? new());
    }

    /// <summary>
    /// Computes the scores of the samples of an ONNX generator of any origin, compared with real ones.
    /// </summary>
    /// <param name="path">The generator's file.</param>
    /// <param name="real">A view of real samples.</param>
    /// <param name="options">The feature networks, the metrics, and the column of real samples.</param>
    /// <param name="generator">How to draw samples; null for 10 000 from a file that specifies its inputs.</param>
    /// <exception cref="FormatException">
    /// The file is no generator of images, or does not specify its inputs.
    /// </exception>
    /// <exception cref="ArgumentException">Its samples do not have the network's input shape.</exception>
    public GanScores EvaluateOnnx(
        string path, IDataView real, EvaluationOptions options, OnnxGenerator? generator = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(real);
        ArgumentNullException.ThrowIfNull(options);
        return GanEvaluation.Evaluate(path, real, options, generator ?? new());
    }
}
