using System.Reflection;
using System.Runtime.CompilerServices;

namespace MLNet.Gan.Tests;

/// <summary>The public surface changes only on purpose: by a change of PublicApi.txt in the same commit.</summary>
[TestClass]
public sealed class PublicApiTests
{
    private static readonly string Approved = Path.Combine(ThisFolder(), "PublicApi.txt");

    [TestMethod]
    public void PublicApi_IsTheApprovedOne()
    {
        const BindingFlags declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        string[] actual =
        [
            .. (from type in typeof(GanEstimator).Assembly.GetExportedTypes()
                from member in type.GetMembers(declared)
                where !member.IsDefined(typeof(CompilerGeneratedAttribute)) && member is not MethodBase { IsSpecialName: true, IsConstructor: false }
                select $"{type.FullName}: {member}")
                .Where(line => !line.Contains("<G>$", StringComparison.Ordinal)) // how the compiler keeps extension members
                .Distinct().Order(StringComparer.Ordinal),
        ];
        string[] expected = File.Exists(Approved) ? File.ReadAllLines(Approved) : [];
        var received = Path.ChangeExtension(Approved, ".received.txt");
        File.WriteAllLines(received, actual);

        var changes = expected.Except(actual).Select(line => $"- {line}").Concat(actual.Except(expected).Select(line => $"+ {line}"));
        Assert.AreEqual("", string.Join('\n', changes), "If the change is meant, copy PublicApi.received.txt over PublicApi.txt.");
        File.Delete(received);
    }

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
