namespace MLNet.Gan.Benchmarks.Running;

/// <summary>A question that training runs answer, and the document that tells the answer.</summary>
internal interface IBenchmark
{
    /// <summary>The word for it on the command line, and the name of its document.</summary>
    string Name { get; }

    /// <summary>How many seeds its protocol has.</summary>
    int Seeds { get; }

    /// <summary>Makes once what all jobs need, before the first of them.</summary>
    void Prepare();

    /// <summary>The runs of one seed.</summary>
    IEnumerable<Job> Jobs(Settings settings, int seed);

    /// <summary>Writes the document and its pictures.</summary>
    void Write(BenchmarkResults results);
}
