using System.Runtime.CompilerServices;

namespace Vm.Vocabulary;

/// <summary>
/// Numbers the threads that take locks, from 1, in 24 bits. The runtime's own number costs a call out of managed code, which is half
/// of taking a lock.
/// </summary>
static class ThisThread
{
    /// <summary>The greatest number.</summary>
    public const int Greatest = Unnamed - 1;

    /// <summary>The number of no thread.</summary>
    public const int Unnamed = Bits;

    /// <summary>The bits of a number.</summary>
    public const int Bits = (1 << 24) - 1;

    [ThreadStatic]
    static int number;

    static int last;

    /// <summary>The calling thread's number, never 0.</summary>
    public static int Number
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var known = number;
            return known != 0 ? known : Assign();
        }
    }

    /// <summary>What a lock is marked with in a mode, see <see cref="SimpleLock.Enter{TMode}"/>.</summary>
    public static int Mark<TMode>() where TMode : struct, ICheckMode => TMode.Locks ? Number : Unnamed;

    [MethodImpl(MethodImplOptions.NoInlining)]
    static int Assign()
    {
        var next = Interlocked.Increment(ref last);
        if (next > Greatest) throw new InvalidOperationException($"more than {Greatest} threads have taken locks");
        return number = next;
    }
}
