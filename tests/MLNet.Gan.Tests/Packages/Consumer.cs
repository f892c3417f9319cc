using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Packages;

/// <summary>A user's folder with a project or two, outside the repository, that use the package MLNet.Gan.</summary>
internal sealed class Consumer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly Packed _packed;

    /// <summary>A folder whose packages come from ours and from the machine's sources.</summary>
    public Consumer(Packed packed)
    {
        _packed = packed;
        Write("nuget.config", $"""
            <configuration>
              <packageSources><add key="packed" value="{packed.Folder}" /></packageSources>
            </configuration>
            """);
    }

    /// <summary>Writes the program App, with packages beside MLNet.Gan and those for the CPU; a warning is an error.</summary>
    /// <param name="isBehindAProject">Whether it uses MLNet.Gan by way of another project of the user's.</param>
    /// <param name="references">More lines of references.</param>
    public void WriteApp(bool isBehindAProject = false, string references = "")
    {
        var gan = $"""<PackageReference Include="MLNet.Gan" Version="{_packed.Version}" />""";
        if (isBehindAProject)
            Write("Middle/Middle.csproj", Project("Library", gan));
        Write("App/App.csproj", Project("Exe", $"""
            {(isBehindAProject ? """<ProjectReference Include="../Middle/Middle.csproj" />""" : gan)}
            <PackageReference Include="libtorch-cpu-linux-x64" Version="2.10.0" />
            <PackageReference Include="Microsoft.ML.OnnxRuntime" Version="1.31.1" />
            {references}
            """));
        File.Copy(Path.Combine(Repository.Root, "tests/LoadingCheck/Program.cs"), Place("App/Program.cs"), overwrite: true);
    }

    /// <summary>Runs a command of dotnet in the App's folder.</summary>
    public Child Dotnet(params IReadOnlyList<string> arguments) => Child.Dotnet(Place("App"), arguments);

    /// <summary>A place in the folder.</summary>
    public string Place(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Links instead of copies of libtorch are no part of what is tested; they only save time and 500 MB for each folder.
    private static string Project(string kind, string references) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>{kind}</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <InvariantGlobalization>true</InvariantGlobalization>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <NuGetAudit>false</NuGetAudit> <!-- Its news must not fail yesterday's test. -->
            <CreateHardLinksForCopyLocalIfPossible>true</CreateHardLinksForCopyLocalIfPossible>
            <CreateHardLinksForPublishFilesIfPossible>true</CreateHardLinksForPublishFilesIfPossible>
          </PropertyGroup>
          <ItemGroup>
            {references}
          </ItemGroup>
        </Project>
        """;

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Place(name))!);
        File.WriteAllText(Place(name), text);
    }
}
