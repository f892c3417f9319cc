using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Documents;

/// <summary>docs/architecture.md shows the folders and their dependencies as they are.</summary>
[TestClass]
public sealed class ArchitectureTests
{
    private const string Begin = "<!-- rooms -->\n", End = "<!-- /rooms -->\n";
    private static readonly string Document = Path.Combine(Repository.Root, "docs/architecture.md");

    [TestMethod]
    public void Document_ShowsTheRoomsAsTheyAre()
    {
        var text = File.ReadAllText(Document);
        var (start, end) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        var drawn = $"```mermaid\n{Drawing(SourceGraph.OfRepository.Value.Rooms())}```\n";
        if (Environment.GetEnvironmentVariable("GAN_ARCHITECTURE") == "write")
            File.WriteAllText(Document, text[..start] + drawn + text[end..]);
        else
            Assert.AreEqual(drawn, text[start..end], "Draw the document anew with GAN_ARCHITECTURE=write.");
    }

    [TestMethod]
    public void Document_NamesFilesThatAreThere() => Assert.AreEqual("", string.Join(", ",
        from link in File.ReadAllText(Document).Split("](../").Skip(1)
        let path = link[..link.IndexOf(')', StringComparison.Ordinal)]
        where !File.Exists(Path.Combine(Repository.Root, path))
        select path));

    private static string Drawing(Dictionary<string, Dictionary<string, string>> rooms)
    {
        var projects = rooms.Keys.GroupBy(room => room.Split('/')[0]).OrderBy(project => project.Key, StringComparer.Ordinal);
        var nodes = projects.Select(project =>
            $"  subgraph {project.Key}\n"
            + string.Concat(project.Order(StringComparer.Ordinal).Select(room => $"    {Id(room)}[\"{Label(room)}\"]\n"))
            + "  end\n");
        var edges =
            from room in rooms.OrderBy(room => room.Key, StringComparer.Ordinal)
            from used in room.Value.Keys.Order(StringComparer.Ordinal)
            where !room.Value.Keys.Any(other => other != used && Reaches(rooms, other, used))
            select $"  {Id(room.Key)} --> {Id(used)}\n";
        return $"graph TD\n{string.Concat(nodes)}{string.Concat(edges)}";
    }

    // A cycle, which BoundaryTests refuses with its names, must not end the process here.
    private static bool Reaches(Dictionary<string, Dictionary<string, string>> rooms, string from, string to, params HashSet<string> seen) =>
        seen.Add(from) && rooms[from].Keys.Any(next => next == to || Reaches(rooms, next, to, seen));

    private static string Id(string room) => room.Replace('/', '_').Replace('.', '_');

    private static string Label(string room) =>
        room.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? room[(slash + 1)..] : "(root)";
}
