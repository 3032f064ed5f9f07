using Vm.Generators.Ir;

namespace Vm.Generators.Locks;

/// <summary>
/// Where the links of declared lists lead: from a head to a member of its list, or to null; from a member to another of the same list,
/// or to null. That holds whenever the catalogue does.
/// </summary>
static class ListFacts
{
    public static IEnumerable<Term> About(
        BoundRow from, string field, Term value, LockProgram program, Names names, LockState state)
    {
        var consistent = state with { Heap = state.Consistent };
        foreach (var list in program.Lists)
        {
            if (list.Heads.Any(head => Is(head, from, field)))
            {
                var (member, key) = Membership(value);
                yield return Terms.Or(Terms.IsNull(value), Terms.And(member, Terms.Eq(key, from.Row)));
            }

            if (list.Links.Any(link => Is(link, from, field)))
            {
                var ((member, key), (here, hereKey)) = (Membership(value), Membership(from.Row));
                yield return Terms.Or(Terms.Not(here), Terms.Or(Terms.IsNull(value), Terms.And(member, Terms.Eq(key, hereKey))));
            }

            (Term Member, Term Key) Membership(Term row)
            {
                var bound = consistent with { Locals = consistent.Locals.SetItem(list.Row.Name, row) };
                var reading = new Reading(program, names);
                return (reading.Value(list.Member, bound), reading.Value(list.Key, bound));
            }
        }
    }

    static bool Is(RowField end, BoundRow from, string field) =>
        end.Field == field && end.Row is Element element && element.Table == from.Table;
}
