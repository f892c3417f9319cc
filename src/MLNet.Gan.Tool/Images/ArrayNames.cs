namespace MLNet.Gan.Tool.Images;

/// <summary>The names of the arrays in .npz files; null for those of pytorch-fid and ADM: mu, sigma and arr_0.</summary>
/// <param name="Mean">The mean of the features.</param>
/// <param name="Covariance">The covariance of the features.</param>
/// <param name="Images">The images.</param>
internal sealed record ArrayNames(string? Mean = null, string? Covariance = null, string? Images = null);
