using System.Diagnostics;

namespace Vm.Vocabulary;

/// <summary>Which watched locks threads of this process waited for while they held which: an edge from A to B for B while A was held.</summary>
public static class LockOrderGraph
{
    static readonly string?[,] stacks = new string?[LockClass.Most + 1, LockClass.Most + 1];

    /// <summary>All edges so far between the classes of an order, in that order.</summary>
    /// <param name="order">The <see cref="LockOrderAttribute"/> enum.</param>
    public static IReadOnlyList<LockOrderEdge> Edges(Type order) =>
    [
        .. from outer in Classes(order)
           from inner in Classes(order)
           let stack = Volatile.Read(ref stacks[outer.Code, inner.Code])
           where stack is not null
           select new LockOrderEdge(outer.Name, inner.Name, stack),
    ];

    /// <summary>Classes that are taken in a circle; empty if there are none. Several locks of one class are not a circle.</summary>
    public static IReadOnlyList<string> Cycle(IReadOnlyList<LockOrderEdge> edges)
    {
        var left = edges.Where(edge => edge.Outer != edge.Inner).ToList();
        while (left.RemoveAll(edge => left.All(other => other.Inner != edge.Outer) || left.All(other => other.Outer != edge.Inner)) > 0)
        {
        }

        return [.. left.Select(edge => edge.Outer).Distinct()];
    }

    internal static void Enter(LockClass? outer, LockClass inner)
    {
        ref var stack = ref stacks[outer?.Code ?? 0, inner.Code];
        if (Volatile.Read(ref stack) is null) Interlocked.CompareExchange(ref stack, StackHere(), null);
    }

    internal static string? StackOf(LockClass? outer, LockClass inner) => Volatile.Read(ref stacks[outer?.Code ?? 0, inner.Code]);

    /// <summary>The calls that led here, without those of the locks themselves, one a line.</summary>
    internal static string StackHere()
    {
        var frames = new StackTrace(fNeedFileInfo: true).GetFrames()
            .SkipWhile(frame => frame.GetMethod()?.DeclaringType?.Namespace == typeof(LockOrderGraph).Namespace)
            .Where(frame => frame.GetFileLineNumber() > 0)
            .Select(frame => $"  {frame.GetMethod()?.Name}, {Path.GetFileName(frame.GetFileName())}({frame.GetFileLineNumber()})");
        return string.Join(Environment.NewLine, frames);
    }

    static IEnumerable<LockClass> Classes(Type order) =>
        Enumerable.Range(1, LockClass.Most).Select(LockClass.WithCode).Where(c => c?.Member.GetType() == order).OrderBy(c => c.Rank);
}

/// <summary>A lock that was taken while another was held.</summary>
/// <param name="Outer">The class of the lock that was held.</param>
/// <param name="Inner">The class of the lock that was taken.</param>
/// <param name="Stack">The calls that led there the first time, innermost first, one a line.</param>
public sealed record LockOrderEdge(string Outer, string Inner, string Stack)
{
    /// <summary>The innermost call: where the lock was taken the first time.</summary>
    public string Place => Stack.Split(Environment.NewLine)[0].Trim();
}
