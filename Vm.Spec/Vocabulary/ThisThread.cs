using System.Runtime.CompilerServices;

namespace Vm.Vocabulary;

/// <summary>
/// Numbers the threads that take locks, from 1, in 30 bits. The runtime's own number costs a call out of managed code, which is half
/// of taking a lock.
/// </summary>
static class ThisThread
{
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    static int Assign() => number = Interlocked.Increment(ref last);
}
