namespace Vm.Proofs.Tests;

public sealed class LockTableTests
{
    const string Program = """
        (vm-ir 1 X)
        (handle RowId)
        (enum Order u8 (Row 0) (Count 1) (Last 2))
        (row Row (owned-unless Used) (field Used bool (guarded Row)) (field Lock lock (lock Row)))
        (state State (table Rows RowId Row) (global CountLock lock (lock Count)) (global LastLock lock (lock Last)))
        (contract AddContract
          (lock must-hold Row "row" (when "row.Used")) (lock must-not-hold Last "") (lock acquires Count "") (lock returns-holding Last "")
          (row-of owns "row" (unless "row.Used")) (row-of gives-up "row"))
        (op Add AddContract (unlocked "a test") ((row RowId)) unit)
        """;

    [Fact]
    public void Operation_WithEachClause_SaysThemInWords()
    {
        var table = Component.Parse(Program).Locks;

        Assert.Equal(["Row", "Count", "Last"], table.Order);
        var add = Assert.Single(table.Operations);
        Assert.Equal(["Row of row when row.Used"], add.Needs);
        Assert.Equal(["Last"], add.MustNotHold);
        Assert.Equal(["Count"], add.Takes);
        Assert.Equal(["Last"], add.ReturnsHolding);
        Assert.Empty(add.Releases);
        Assert.Equal(["row unless row.Used"], add.Owns);
        Assert.Equal(["row"], add.GivesUp);
        Assert.Empty(add.ReturnsOwned);
        Assert.Equal(["Row"], add.CalledUnder);
        Assert.Equal("a test", add.Unlocked);
    }
}
