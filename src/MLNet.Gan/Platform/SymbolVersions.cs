#if !NET // The library's build defines it and has these usings; MSBuild's inline task has neither.
using System;
using System.Collections.Generic;
using System.IO;
#endif
using System.Text;

namespace MLNet.Gan;

/// <summary>The versions of C++ library symbols that TorchSharp's native library requires on Linux.</summary>
/// <remarks>
/// libLibTorchSharp.so of TorchSharp 0.107 requires two versions of libstdc++ that it can do without. Of GLIBCXX_3.4.32
/// (GCC 13) it names one symbol, to which no relocation refers, so that requirement can be weak. Of GLIBCXX_3.4.30
/// (GCC 12) it uses one, std::condition_variable::wait, which is in GLIBCXX_3.4.11 as well. Relaxed, it loads on
/// libstdc++ of GCC 11 and later: Debian 12, Ubuntu 22.04, RHEL 9. A file that uses more of a version keeps its
/// requirement. This file is compiled twice: into the library, and by MSBuild as an inline task that needs no assembly
/// of ours (Build/MLNet.Gan.targets). So it has its own usings and only uses what .NET Standard 2.0 has.
/// </remarks>
internal static class SymbolVersions
{
    private const string Unused = "GLIBCXX_3.4.32", UnusedSymbol = "_ZSt21ios_base_library_initv";
    private const string Renamed = "GLIBCXX_3.4.30", Equivalent = "GLIBCXX_3.4.11";
    private const string RenamedSymbol = "_ZNSt18condition_variable4waitERSt11unique_lockISt5mutexE";

    private const string Cut = "The file is cut: a table that its header names lies behind its end.";

    private const uint VersionNeeds = 0x6ffffffe; // SHT_GNU_verneed
    private const uint SymbolIndices = 0x6fffffff; // SHT_GNU_versym
    private const ushort Weak = 2; // VER_FLG_WEAK

    /// <summary>Returns the file with both requirements relaxed; the same array when it has neither.</summary>
    /// <param name="elf">A shared library in 64-bit little-endian ELF.</param>
    /// <exception cref="InvalidDataException">It is not such a file, or it is truncated.</exception>
    public static byte[] Relax(byte[] elf)
    {
        try
        {
            return Relaxed(elf);
        }
        catch (Exception e) when (e is ArgumentException || e is IndexOutOfRangeException || e is OverflowException)
        {
            throw new InvalidDataException(Cut, e);
        }
    }

    private static byte[] Relaxed(byte[] elf)
    {
        if (elf.Length < 64 || BitConverter.ToUInt32(elf, 0) != 0x464c457f || elf[4] != 2 || elf[5] != 1)
            throw new InvalidDataException("The file is not a 64-bit little-endian ELF file.");
        if (Header(elf, BitConverter.ToUInt16(elf, 60)) > elf.Length)
            throw new InvalidDataException(Cut);

        var result = elf;
        foreach (var need in Needs(elf))
        {
            var name = Text(elf, need.Name);
            var isUnused = name == Unused && (need.Flags & Weak) == 0 && TakesOnly(elf, need.Index, UnusedSymbol);
            var isRenamed = name == Renamed && TakesOnly(elf, need.Index, RenamedSymbol);
            if ((isUnused || isRenamed) && ReferenceEquals(result, elf))
                result = (byte[])elf.Clone();
            if (isUnused)
                Write(result, need.Place + 4, BitConverter.GetBytes((ushort)(need.Flags | Weak)));
            if (isRenamed)
            {
                Write(result, need.Place, BitConverter.GetBytes(Hash(Equivalent)));
                Write(result, need.Name, Encoding.ASCII.GetBytes(Equivalent));
            }
        }

        return result;
    }

    /// <summary>Returns the entries (Elf64_Vernaux) of the table of required versions.</summary>
    private static IEnumerable<(int Place, ushort Flags, ushort Index, int Name)> Needs(byte[] elf)
    {
        foreach (var section in Sections(elf, VersionNeeds))
        {
            int strings = Linked(elf, section).Offset, file = section.Offset;
            for (var isLast = section.Size == 0; !isLast;)
            {
                var entry = file + BitConverter.ToInt32(elf, file + 8);
                for (var entries = BitConverter.ToUInt16(elf, file + 2); entries > 0; entries--)
                {
                    yield return (entry, BitConverter.ToUInt16(elf, entry + 4), BitConverter.ToUInt16(elf, entry + 6),
                        strings + BitConverter.ToInt32(elf, entry + 8));
                    entry += BitConverter.ToInt32(elf, entry + 12);
                }

                var next = BitConverter.ToInt32(elf, file + 12);
                isLast = next <= 0; // Offsets only increase, so a damaged table ends.
                file += next;
            }
        }
    }

    /// <summary>Returns whether a symbol is the only one that the file uses of a version.</summary>
    private static bool TakesOnly(byte[] elf, ushort version, string symbol)
    {
        foreach (var indices in Sections(elf, SymbolIndices))
        {
            var symbols = Linked(elf, indices);
            var strings = Linked(elf, symbols).Offset;
            for (var i = 0; i < indices.Size / 2; i++)
            {
                if ((BitConverter.ToUInt16(elf, indices.Offset + 2 * i) & 0x7fff) == version
                    && Text(elf, strings + BitConverter.ToInt32(elf, symbols.Offset + 24 * i)) != symbol)
                    return false;
            }
        }

        return true;
    }

    private static IEnumerable<(int Offset, int Size, int Link)> Sections(byte[] elf, uint type)
    {
        for (var i = 0; i < BitConverter.ToUInt16(elf, 60); i++)
        {
            if (BitConverter.ToUInt32(elf, Header(elf, i) + 4) == type)
                yield return Section(elf, i);
        }
    }

    private static (int Offset, int Size, int Link) Linked(byte[] elf, (int Offset, int Size, int Link) section) =>
        Section(elf, section.Link);

    private static (int Offset, int Size, int Link) Section(byte[] elf, int i)
    {
        var header = Header(elf, i);
        return (checked((int)BitConverter.ToInt64(elf, header + 24)), checked((int)BitConverter.ToInt64(elf, header + 32)),
            BitConverter.ToInt32(elf, header + 40));
    }

    private static int Header(byte[] elf, int i) =>
        checked((int)BitConverter.ToInt64(elf, 40) + i * BitConverter.ToUInt16(elf, 58));

    private static string Text(byte[] elf, int place) =>
        Encoding.ASCII.GetString(elf, place, Array.IndexOf(elf, (byte)0, place) - place);

    private static void Write(byte[] elf, int place, byte[] bytes) => bytes.CopyTo(elf, place);

    /// <summary>Computes the hash of a symbol's name (System V ABI, Figure 5-13).</summary>
    private static uint Hash(string name)
    {
        uint hash = 0;
        foreach (var letter in name)
        {
            hash = (hash << 4) + letter;
            var high = hash & 0xf0000000;
            hash = (hash ^ (high >> 24)) & ~high;
        }

        return hash;
    }
}

#if !NET
/// <summary>Writes <see cref="Target"/>: <see cref="Source"/> with relaxed requirements.</summary>
public sealed class RelaxSymbolVersions : Microsoft.Build.Utilities.Task
{
    [Microsoft.Build.Framework.Required]
    public string Source { get; set; }

    [Microsoft.Build.Framework.Required]
    public string Target { get; set; }

    public override bool Execute()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Target));
            File.Delete(Target); // A bin folder may contain a link to it.
            File.WriteAllBytes(Target, SymbolVersions.Relax(File.ReadAllBytes(Source)));
        }
        catch (Exception e) when (e is InvalidDataException || e is IOException || e is UnauthorizedAccessException)
        {
            Log.LogError("'{0}' cannot be made to load on older systems. {1} Restore the package TorchSharp again, "
                + "or set RelaxTorchSharp to false.", Source, e.Message);
        }

        return !Log.HasLoggedErrors;
    }
}
#endif
