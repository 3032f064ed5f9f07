namespace Vm.Benchmarks.Tests;

/// <summary>A test that needs the bare chain, which is built where there is a C compiler.</summary>
sealed class ChainFactAttribute : FactAttribute
{
    public ChainFactAttribute()
    {
        if (!NativeChain.IsBuilt) Skip = "the bare chain is not built; install gcc and build again";
    }
}
