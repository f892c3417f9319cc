using MLNet.Gan.Fuzz;
using SharpFuzz;

// READER: reads what afl-fuzz sends. READER --seeds FOLDER: writes valid files.
// READER --keep FOLDER ARCHIVE: packs the files that afl-fuzz kept. READER FILE...: reads files, a line for each.
var reader = Readers.All.FirstOrDefault(one => args.Length > 0 && one.Name == args[0]);
if (reader is null)
{
    Console.Error.WriteLine($"usage: MLNet.Gan.Fuzz READER [--seeds FOLDER | --keep FOLDER ARCHIVE | FILE...], where READER is {string.Join(", ", Readers.All.Select(one => one.Name))}");
    return 2;
}

switch (args[1..])
{
    case []:
        var path = Path.Combine(Path.GetTempPath(), $"fuzz-{Environment.ProcessId}");
        Fuzzer.OutOfProcess.Run(stream =>
        {
            using (var file = File.Create(path))
                stream.CopyTo(file);
            reader.Try(path);
        });
        return 0;
    case ["--seeds", var folder]:
        Directory.CreateDirectory(folder);
        foreach (var (place, bytes) in reader.Seeds().Index())
            File.WriteAllBytes(Path.Combine(folder, $"seed-{place}"), bytes);
        return 0;
    case ["--keep", var folder, var archive]:
        Corpus.Pack(folder, archive);
        return 0;
    case var files:
        foreach (var file in files)
            Console.WriteLine($"{(reader.Try(file) ? "read" : "refused")} {file}");
        return 0;
}
