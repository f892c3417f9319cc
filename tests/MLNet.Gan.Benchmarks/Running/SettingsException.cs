namespace MLNet.Gan.Benchmarks.Running;

/// <summary>The command line asks for something that cannot be.</summary>
internal sealed class SettingsException(string message) : Exception(message);
