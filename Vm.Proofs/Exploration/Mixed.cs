namespace Vm.Proofs.Exploration;

/// <summary>Numbers spread over all bits, so that sums of different ones are hardly ever the same; as repeatable as the numbers.</summary>
static class Mixed
{
    public static long Of(long number)
    {
        var bits = unchecked((ulong)number * 0x9E3779B97F4A7C15);
        bits = unchecked((bits ^ (bits >> 32)) * 0xD6E8FEB86659FD93);
        return (long)(bits ^ (bits >> 32)) >> 8;
    }
}
