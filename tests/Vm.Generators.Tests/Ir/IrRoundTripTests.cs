using System.Reflection;
using Vm.Generators.Ir;
using Vm.Generators.Tests.Harness;

namespace Vm.Generators.Tests.Ir;

public class IrRoundTripTests
{
    [Theory]
    [InlineData("Vm.Spec")]
    [InlineData("Vm.Impl")]
    public void Text_ReadAndPrinted_IsTheSame(string project)
    {
        var text = TextOf(project);
        Assert.Equal(text, IrPrinter.Print(IrReader.Read(text)));
    }

    [Theory]
    [InlineData("Vm.Spec")]
    [InlineData("Vm.Impl")]
    public void Items_InTheText_StandByKindAndName(string project)
    {
        var items = IrReader.Read(TextOf(project)).Items;
        var keys = items.Select(i => (Rank: IrItem.Kinds.ToList().IndexOf(KindOf(i)), i.Name)).ToList();
        Assert.Equal(keys.OrderBy(k => k.Rank).ThenBy(k => k.Name, StringComparer.Ordinal), keys);
    }

    [Fact]
    public void Map_OfTheComponent_PlacesEachStatement()
    {
        var map = (string)Carrier("Vm.Impl").GetProperty("Map")!.GetValue(null)!;
        var lines = map.Split('\n').Select(l => l.Split('\t')).ToList();
        var file = IrReader.Read(TextOf("Vm.Impl"));
        foreach (var operation in file.Items.OfType<OperationItem>())
        {
            var ordinals = lines.Where(l => l[0] == operation.Name).Select(l => int.Parse(l[1])).ToList();
            Assert.Equal(Enumerable.Range(0, operation.Body.InTextOrder().Count() + 1), ordinals);
        }
    }

    [Fact]
    public void Map_OfTheComponent_PlacesEachLemmaAtItsName()
    {
        var lines = ((string)Carrier("Vm.Impl").GetProperty("Map")!.GetValue(null)!).Split('\n').Select(l => l.Split('\t'));
        var source = RealSources.Impl.Sources.SyntaxTrees.Single(tree => tree.FilePath.EndsWith("TableLemmas.cs", StringComparison.Ordinal)).GetText();
        var placed = lines.Single(l => l[0] == "TableLemmas.WalkOnlyNotes");

        Assert.Equal("0", placed[1]);
        Assert.StartsWith("WalkOnlyNotes(", source.Lines[int.Parse(placed[3]) - 1].ToString()[(int.Parse(placed[4]) - 1)..], StringComparison.Ordinal);
    }

    static string KindOf(IrItem item) => IrPrinter.Print(item)[1..].Split(' ')[0];

    static string TextOf(string project) => (string)Carrier(project).GetProperty("Text")!.GetValue(null)!;

    static Type Carrier(string project)
    {
        var image = (project == "Vm.Spec" ? RealSources.Spec : RealSources.Impl).Compile();
        return Assembly.Load(image).GetType($"Vm.Generated.{project.Replace(".", "")}Ir")!;
    }
}
