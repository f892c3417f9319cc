#if !NET // The library's build defines it and states these usings; MSBuild's inline task has neither.
using System;
using System.IO;
#endif
using System.Text;

namespace MLNet.Gan.Platform;

/// <summary>The versions of C++ library symbols that TorchSharp's native file asks for on Linux.</summary>
/// <remarks>
/// libLibTorchSharp.so of TorchSharp 0.107 asks libstdc++ for two versions that it can do without:
/// GLIBCXX_3.4.32 (GCC 13) has only a symbol that no relocation refers to, and the one symbol it takes from
/// GLIBCXX_3.4.30 (GCC 12), std::condition_variable::wait, is in GLIBCXX_3.4.11 as well. With both requirements
/// relaxed it loads on libstdc++ of GCC 11 and later: Debian 12, Ubuntu 22.04, RHEL 9.
/// This file is compiled twice: into the library, and by MSBuild as an inline task that needs no assembly of ours
/// (Build/MLNet.Gan.targets). So it states its usings and keeps to what .NET Standard 2.0 has.
/// </remarks>
internal static class SymbolVersions
{
    private const string Unused = "GLIBCXX_3.4.32", Renamed = "GLIBCXX_3.4.30", Equivalent = "GLIBCXX_3.4.11";

    private const uint VersionNeeds = 0x6ffffffe; // SHT_GNU_verneed
    private const ushort Weak = 2; // VER_FLG_WEAK

    /// <summary>The file with both requirements relaxed; the same array when it has neither.</summary>
    /// <param name="elf">A shared library in 64-bit little-endian ELF.</param>
    /// <exception cref="InvalidDataException">It is not such a file, or it is cut.</exception>
    public static byte[] Relax(byte[] elf)
    {
        try
        {
            return Relaxed(elf);
        }
        catch (Exception e) when (e is ArgumentException || e is IndexOutOfRangeException || e is OverflowException)
        {
            throw new InvalidDataException("The file is cut: a table that its header names lies behind its end.", e);
        }
    }

    private static byte[] Relaxed(byte[] elf)
    {
        if (elf.Length < 64 || BitConverter.ToUInt32(elf, 0) != 0x464c457f || elf[4] != 2 || elf[5] != 1)
            throw new InvalidDataException("The file is not a 64-bit little-endian ELF file.");

        var result = elf;
        foreach (var need in Needs(elf))
        {
            var name = Text(elf, need.Name);
            if (name != Unused && name != Renamed)
                continue;
            if (ReferenceEquals(result, elf))
                result = (byte[])elf.Clone();
            if (name == Unused)
                Write(result, need.Place + 4, BitConverter.GetBytes((ushort)(need.Flags | Weak)));
            else
                Write(result, need.Place, BitConverter.GetBytes(Hash(Equivalent)));
            if (name == Renamed)
                Write(result, need.Name, Encoding.ASCII.GetBytes(Equivalent));
        }

        return result;
    }

    /// <summary>The entries (Elf64_Vernaux) of all tables of needed versions.</summary>
    private static System.Collections.Generic.IEnumerable<(int Place, ushort Flags, int Name)> Needs(byte[] elf)
    {
        int sections = checked((int)BitConverter.ToInt64(elf, 40)), size = BitConverter.ToUInt16(elf, 58);
        for (var i = 0; i < BitConverter.ToUInt16(elf, 60); i++)
        {
            var section = sections + (i * size);
            if (BitConverter.ToUInt32(elf, section + 4) != VersionNeeds)
                continue;
            var strings = Offset(elf, sections + (BitConverter.ToInt32(elf, section + 40) * size));
            var file = Offset(elf, section);
            for (var left = BitConverter.ToInt32(elf, section + 44); left > 0; left--)
            {
                var entry = file + BitConverter.ToInt32(elf, file + 8);
                for (var entries = BitConverter.ToUInt16(elf, file + 2); entries > 0; entries--)
                {
                    var name = strings + BitConverter.ToInt32(elf, entry + 8);
                    yield return (entry, BitConverter.ToUInt16(elf, entry + 4), name);
                    entry += BitConverter.ToInt32(elf, entry + 12);
                }

                file += BitConverter.ToInt32(elf, file + 12);
            }
        }
    }

    private static int Offset(byte[] elf, int section) => checked((int)BitConverter.ToInt64(elf, section + 24));

    private static string Text(byte[] elf, int place) =>
        Encoding.ASCII.GetString(elf, place, Array.IndexOf(elf, (byte)0, place) - place);

    private static void Write(byte[] elf, int place, byte[] bytes) => bytes.CopyTo(elf, place);

    /// <summary>The hash of a symbol's name, of the System V ABI (Figure 5-13).</summary>
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
            File.Delete(Target); // It may be linked to from a bin folder that is in use.
            File.WriteAllBytes(Target, SymbolVersions.Relax(File.ReadAllBytes(Source)));
        }
        catch (InvalidDataException e)
        {
            Log.LogError("'{0}' cannot be made to load on older systems. {1} Restore the package TorchSharp again, "
                + "or set RelaxTorchSharp to false.", Source, e.Message);
        }

        return !Log.HasLoggedErrors;
    }
}
#endif
