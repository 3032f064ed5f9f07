using Vm.Vocabulary;

namespace Vm.Tests.Resident;

public sealed class ObjectTests
{
    readonly TestModule vm = new();

    [Fact]
    public void DestroyObject_WithoutPages_IsUncounted()
    {
        var obj = vm.Object(isInternal: false);
        Assert.Equal(1, vm.State.ExternalCount);

        vm.Module.DestroyObject(obj);

        Assert.Equal((0, false), (vm.State.ExternalCount, vm.State.Objects[obj].Alive));
    }

    [Fact]
    public void DestroyObject_WithAPage_Panics()
    {
        var obj = vm.Object();
        vm.Alloc(obj, 0);
        Assert.Throws<PanicException>(() => vm.Module.DestroyObject(obj));
    }
}
