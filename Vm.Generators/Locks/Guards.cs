using Vm.Generators.Ir;

namespace Vm.Generators.Locks;

/// <summary>Whether a place may be used with the locks that are held.</summary>
/// <param name="report">What is wrong, and what the message says.</param>
/// <param name="needs">A lock that the use would be wrong without.</param>
sealed class Guards(
    LockProgram program, LockPlaces places, Names names, OperationItem operation,
    Action<LockRule, string[]> report, Action<HeldLock> needs) : IUses
{
    public void UseGlobal(string name, bool write, LockState state)
    {
        if (program.Global(name) is { } global) Use(name, global, null, write, state);
    }

    public void UseField(BoundRow row, string field, bool write, LockState state)
    {
        if (program.Field(row.Table, field) is not { } declared || state.Owns(row.Row)) return;
        Use($"{program.RowOf(row.Table)!.Name}.{field}", declared, row, write, state);
    }

    /// <summary>In bodies they stand only in what is proved and not run.</summary>
    public void UseMany()
    {
    }

    void Use(string place, FieldDeclaration field, BoundRow? row, bool write, LockState state)
    {
        if (field.Guard is ConstantGuard && write) report(LockRule.ConstantWritten, [place, operation.Name]);
        if (Missing(field, row, write, state) is not { } missing) return;
        report(LockRule.UnguardedUse, [place, write ? "written" : "read", operation.Name, missing]);
    }

    /// <summary>The locks without which the use is wrong, in words; null if it is right.</summary>
    string? Missing(FieldDeclaration field, BoundRow? row, bool write, LockState state)
    {
        IReadOnlyList<string> classes = field.Guard switch
        {
            Guarded g => [g.LockClass],
            GuardedAny g => g.Locks,
            _ => [],
        };
        if (classes.Count == 0) return null;

        if (field.While is { } other && row is not null)
        {
            state = RowFacts.At(row.Table, row.Row, program, names, state);
            var flag = places.Field(row, other.Flag, state);
            var (mayBeSet, mayBeClear) = (state.Assume(flag) is not null, state.Assume(Terms.Not(flag)) is not null);
            if (mayBeSet)
            {
                // Where it is not known which of the two guards is in force, both are needed. What is trusted knows which.
                var instead = places.Of(other.LockClass, row, state);
                var found = state.Find(other.LockClass, instead.Row, write);
                if (found is not null) needs(found);
                else if (!mayBeClear || operation.Trusted is null) return instead.Name;

                if (!mayBeClear || (found is not null && operation.Trusted is not null)) return null;
            }
        }

        var locks = classes.Select(c => (Place: places.Of(c, row, state), Class: c)).ToList();
        var held = locks.Select(l => state.Find(l.Class, l.Place.Row, write)).ToList();
        if (write ? held.Contains(null) : held.All(h => h is null))
            return string.Join(write ? " and " : " or ", locks.Where((_, i) => held[i] is null).Select(l => l.Place.Name));

        // Of several that would do, none is needed.
        if (write || held.Count(h => h is not null) == 1)
        {
            foreach (var one in held.OfType<HeldLock>()) needs(one);
        }

        return null;
    }
}
