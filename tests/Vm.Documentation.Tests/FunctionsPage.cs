using System.Text;
using Vm.Documentation.Tests.Original;
using Vm.Documentation.Tests.Sources;

namespace Vm.Documentation.Tests;

/// <summary>The text of <c>docs/functions.md</c>: where each name of the original is here.</summary>
static class FunctionsPage
{
    static readonly IReadOnlyList<Declaration> Code =
        SourceTree.Read("Vm.Spec/Resident", "Vm.Impl/Kernel", "Vm.Impl/Machine", "Vm.Impl/Physical", "Vm.Impl/Pmap", "Vm.Impl/Resident");

    static readonly Coverage Coverage = new(
        Code,
        SourceTree.Read("tests/Vm.Impl.Tests/Machine", "tests/Vm.Impl.Tests/Physical", "tests/Vm.Impl.Tests/Resident"),
        SourceTree.Read("Vm.Impl/Transcripts"));

    /// <summary>The declarations whose documentation gives a C name; a contract only repeats its operation's.</summary>
    public static IReadOnlyList<Declaration> PlacesOf(string name) =>
        [.. Code.Where(at => at.CNames.Contains(name) && !at.Name.EndsWith("Contract", StringComparison.Ordinal))];

    public static IReadOnlyList<string> ContractsOf(string name) => [.. PlacesOf(name).SelectMany(Coverage.ContractsOf).Distinct()];

    public static IReadOnlyList<string> TestsOf(Declaration place) => Coverage.TestsOf(place);

    public static string Render()
    {
        var page = new StringBuilder(
            """
            # Where the original's functions are

            Every function, macro, global and type of `vm/vm_resident.c`, and of the neighbours that the module is nothing without, as
            of revision b5096e00: where it is here, what it is held to, and the classes of tests that use it.

            An operation is held to its contract, and what is a part of operations to theirs; an entry that is no operation to those
            of the operations that it calls; a field to its guard and the invariants that it is in, a table's row to the guards of
            its fields. A part of an operation has the operation's tests. Where many are equally near, the first few are named.

            This page is written by a test from the sources as the compiler understands them: the documentation of each member names
            its C function. A name without a place, a place without a contract or a test, and a reason for a name that needs none,
            fail the test. The reasons are in [without-counterpart.txt](../tests/data/original/without-counterpart.txt) and
            [without-contract.txt](../tests/data/original/without-contract.txt).

            """);
        foreach (var file in NameLists.Names.GroupBy(name => name.File))
        {
            page.AppendLine().Append("## ").AppendLine(file.Key).AppendLine();
            page.AppendLine("| name | kind | here | held to | tests |").AppendLine("|---|---|---|---|---|");
            foreach (var name in file) page.AppendLine(Row(name));
        }

        return page.ToString();
    }

    static string Row(OriginalName name)
    {
        var places = PlacesOf(name.Name);
        var start = $"| `{name.Name}` | {name.Kind} | ";
        return places.Count == 0
            ? $"{start}none: {NameLists.WithoutCounterpart.GetValueOrDefault(name.Name, "missing")} | | |"
            : $"{start}{string.Join("<br>", places.Select(Link))} | {Contracts(name.Name)} | {Quoted(places.SelectMany(Coverage.TestsOf))} |";
    }

    static string Contracts(string name) => ContractsOf(name) is { Count: > 0 } contracts
        ? Quoted(contracts)
        : $"none: {NameLists.WithoutContract.GetValueOrDefault(name, "missing")}";

    static string Link(Declaration place) => $"[`{place.Display}`](../{place.File})";

    static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Distinct().Select(name => $"`{name}`"));
}
