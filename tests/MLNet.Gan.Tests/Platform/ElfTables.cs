using System.Globalization;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Platform;

/// <summary>
/// What an independent reader says of an ELF file: Python that goes by the dynamic segment, as the system's loader does, and
/// not by the sections.
/// </summary>
/// <param name="Needs">The needed versions, "file version flags hash", in their order.</param>
/// <param name="Symbols">Undefined symbols as "name version", and where the file has each one's number of a version.</param>
internal sealed record ElfTables(IReadOnlyList<string> Needs, IReadOnlyDictionary<string, int> Symbols)
{
    private const string Script = """
        import struct, sys
        elf = open(sys.argv[1], 'rb').read()
        take = lambda form, at: struct.unpack_from('<' + form, elf, at)
        start, size, count = take('Q', 32)[0], *take('HH', 54)
        segments = [take('IIQQQQ', start + i * size) for i in range(count)]
        place = lambda address: next(o + address - v for t, f, o, v, p, n in segments if t == 1 and v <= address < v + n)
        at, tags = next(s[2] for s in segments if s[0] == 2), {}
        while (tag := take('qQ', at))[0]:
            tags[tag[0]], at = tag[1], at + 16
        strings, symbols, indices = (place(tags[t]) for t in (5, 6, 0x6ffffff0))
        text = lambda offset: elf[strings + offset:elf.index(b'\0', strings + offset)].decode()
        need, names = place(tags[0x6ffffffe]) if 0x6ffffffe in tags else None, {}
        for _ in range(tags.get(0x6fffffff, 0)):
            version, entries, file, first, following = take('HHIII', need)
            entry = need + first
            for _ in range(entries):
                hash, flags, index, name, next_entry = take('IHHII', entry)
                names[index] = text(name)
                print('need', text(file), text(name), flags, hash)
                entry += next_entry
            need += following
        count = take('I', place(tags[4]) + 4)[0] if 4 in tags else (strings - symbols) // 24
        for i in range(count):
            name, info, other, section = take('IBBH', symbols + 24 * i)
            index = take('H', indices + 2 * i)[0] & 0x7fff
            if section == 0 and index in names:
                print('symbol', text(name), names[index], indices + 2 * i)
        """;

    /// <summary>Reads a file.</summary>
    public static ElfTables Of(string path)
    {
        var lines = Child.Run("/usr/bin/python3", "/", "-c", Script, path).Printed()
            .Split('\n').Select(line => line.Split(' ')).ToList();
        return new(
            [.. lines.Where(line => line[0] == "need").Select(line => string.Join(' ', line[1..]))],
            lines.Where(line => line[0] == "symbol")
                .ToDictionary(line => $"{line[1]} {line[2]}", line => int.Parse(line[3], CultureInfo.InvariantCulture)));
    }

    /// <summary>Reads bytes.</summary>
    public static ElfTables Of(byte[] elf)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, elf);
            return Of(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
