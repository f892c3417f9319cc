namespace MLNet.Gan;

/// <summary>A module in evaluation mode until this is disposed; then each part has its mode of before again.</summary>
internal readonly ref struct EvaluationMode
{
    private readonly nn.Module[] _modules;
    private readonly bool[] _wereTraining;

    public EvaluationMode(nn.Module module)
    {
        _modules = [.. module.modules()];
        _wereTraining = Array.ConvertAll(_modules, part => part.training);
        module.eval();
    }

    public void Dispose()
    {
        // A module sets those inside of it, which come behind it.
        foreach (var (module, wasTraining) in _modules.Zip(_wereTraining))
            module.train(wasTraining);
    }
}
