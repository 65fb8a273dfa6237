using Nuke.Common.IO;
using Nuke.Common.ProjectModel;
using NUnit.Framework;
using Assert = NUnit.Framework.Assert;

namespace Tarn.Tests.Host.Pipeline;

/// <summary>Reading of solutions.</summary>
public sealed class SolutionTests
{
    private const string Text = """

        Microsoft Visual Studio Solution File, Format Version 12.00
        Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "_build", "build\_build.csproj", "{00000000-0000-0000-0000-000000000001}"
        EndProject
        Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "drivers", "drivers", "{00000000-0000-0000-0000-000000000002}"
        EndProject
        Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "Tarn.Drivers.Pit", "drivers\Pit\Tarn.Drivers.Pit.csproj", "{00000000-0000-0000-0000-00000000000A}"
        EndProject
        Global
        	GlobalSection(NestedProjects) = preSolution
        		{00000000-0000-0000-0000-00000000000a} = {00000000-0000-0000-0000-000000000002}
        	EndGlobalSection
        EndGlobal
        """;

    private AbsolutePath _directory = null!;
    private Solution _solution = null!;

    [SetUp]
    public void Read()
    {
        _directory = AbsolutePath.Create(Directory.CreateTempSubdirectory("tarn-solution-").FullName);
        _solution = (_directory / "Some.sln").WriteAllText(Text).ReadSolution();
    }

    [TearDown]
    public void Delete() => Directory.Delete(_directory, recursive: true);

    [Test]
    public void AllProjectsAreThereAndFoldersAreNot() =>
        Assert.That(_solution.AllProjects.Select(x => x.Name), Is.EqualTo(new[] { "_build", "Tarn.Drivers.Pit" }));

    [Test]
    public void ProjectsHaveTheirPaths()
    {
        Assert.That(_solution.GetProject("_build")!.Path, Is.EqualTo(_directory / "build" / "_build.csproj"));
        Assert.That(_solution.GetProject("_build")!.Directory, Is.EqualTo(_directory / "build"));
        Assert.That((string)_solution, Is.EqualTo((_directory / "Some.sln").ToString()));
    }

    [Test]
    public void ProjectsInFoldersAreFoundThere()
    {
        Assert.That(_solution.GetProject("Tarn.Drivers.Pit"), Is.Null);
        Assert.That(_solution.GetSolutionFolder("drivers")!.GetProject("Tarn.Drivers.Pit"), Is.Not.Null);
    }

    [TestCase("Tarn.*", 1)]
    [TestCase("*", 2)]
    [TestCase("TarnXDrivers*", 0)]
    public void ProjectsAreFoundByPattern(string pattern, int count) =>
        Assert.That(_solution.GetAllProjects(pattern).Count(), Is.EqualTo(count));

    [Test]
    public void MissingFileIsAnErrorThatNamesIt() =>
        Assert.That(() => (_directory / "None.sln").ReadSolution(), Throws.ArgumentException.With.Message.Contains("None.sln"));
}
