using Vm.Resident;

namespace Vm.Tests.Resident;

public sealed class PrintTests
{
    readonly TestModule vm = new();

    [Fact]
    public void Print_FreePage_SaysSo() => Assert.Equal(
        "Page 0x1: object 0x0, offset 0x0 wire_count 0, loose free clean busy not_tabled, phys_addr = 0x0, lock = 0x0, unlock_request = 0x0",
        vm.Module.Print(new PageId(1)));

    [Fact]
    public void Print_ActivePage_SaysObjectAndMarks()
    {
        var mem = vm.Alloc(vm.Object(), 0x2000);
        vm.Activate(mem);
        (vm[mem].Busy, vm[mem].Dirty, vm[mem].PageLock) = (false, true, Protection.Write);

        var line = vm.Module.Print(mem);

        Assert.Contains("object 0x1, offset 0x2000 wire_count 0, active dirty, phys_addr", line, StringComparison.Ordinal);
        Assert.Contains("lock = 0x2", line, StringComparison.Ordinal);
    }
}
