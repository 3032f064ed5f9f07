using System.Text.Json;
using Vm.Proofs.Commands;

namespace Vm.Cli.Tests;

public class AuditTests
{
    [Fact]
    public Task Locks_InTheDocumentation_AreThoseOfTheContracts() => Verifier.VerifyFile(
        $"""
        # The locks of the operations

        `./vm audit --locks` prints this table from the contracts; a test keeps this page equal to it. That the bodies do what it says is
        checked by the analyzer ([VM0011 to VM0022](diagnostics/README.md)), which refuses a clause too many as well as one too few.

        - *needs*: the caller holds these locks. `Object of mem.Object` is the lock in the object that the page belongs to; `when mem.Tabled`: only
          if the page is tabled at entry.
        - *not held*: the caller does not hold them. Of the classes that an operation takes, no caller holds any.
        - *takes*: classes of the locks that it takes, itself or in what it calls, and gives back before it returns.
        - *own rows*: a page that is in no table and on no list belongs to whoever has it, and needs no lock. The caller *owns* such a row at entry; it
          *gives up* a row that is in a table or on a list from then on; it *gets* a row that is its own from then on.
        - *called under*: the place in the order. A caller may hold locks of these classes.

        {Cli.Run("audit", "--locks").Output}
        """,
        Path.Combine(TestData.Root, "docs", "locks.md"));

    [Fact]
    public void Locks_AsJson_NameEachOperationOnce()
    {
        var result = Cli.Run("audit", "--locks", "--format", "json");

        var operations = JsonDocument.Parse(result.Output).RootElement.GetProperty("operations").EnumerateArray().ToList();
        Assert.Equal(ExitCode.Well, result.ExitCode);
        Assert.Distinct(operations.Select(operation => operation.GetProperty("operation").GetString()));
        var insert = operations.Single(operation => operation.GetProperty("operation").GetString() == "Insert");
        Assert.Contains("PageQueues", insert.GetProperty("needs").EnumerateArray().Select(need => need.GetString()));
    }

    [Fact]
    public void Trust_UnlockedOperations_AreListedWithTheirReasons()
    {
        var lines = Cli.Run("audit").Output.Split('\n');

        var item = Array.FindIndex(lines, line => line.StartsWith("guarded places that Copy uses", StringComparison.Ordinal));
        Assert.Contains("busy", lines[item + 1], StringComparison.Ordinal);
    }

    [Fact]
    public void Trust_AssumptionOfLemmas_IsListedWithItsPlaceAndTheLemmasThatRestOnIt()
    {
        var lines = Cli.Run("audit").Output.Split('\n');

        var item = Array.IndexOf(lines, "the assumption TableTree.AreLawful of lemmas");
        Assert.Contains("form a tree", lines[item + 1], StringComparison.Ordinal);
        Assert.StartsWith("  Vm.Impl/Pmap/Lemmas/TableTree.cs(", lines[item + 2], StringComparison.Ordinal);
        Assert.Contains("EnterIsFound", lines[item + 3], StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidatedIsNotFound", lines[item + 3], StringComparison.Ordinal);
    }
}
