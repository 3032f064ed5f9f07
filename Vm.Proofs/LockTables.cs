using Vm.Generators.Ir;
using Vm.Proofs.Reading;

namespace Vm.Proofs;

/// <summary>Makes the lock table of a component from its contracts.</summary>
static class LockTables
{
    public static LockTable Of(IrProgram program) => new(
        program.LockOrder,
        [
            .. program.Operations.Where(operation => operation.Mutant is null).OrderBy(operation => operation.Name, StringComparer.Ordinal)
                .Select(operation => Of(operation, program.Contract(operation.Contract), program.LockOrder)),
        ]);

    static OperationLocks Of(OperationItem operation, ContractItem contract, IReadOnlyList<string> order)
    {
        var ranks = order.ToList();
        return new(operation.Name)
        {
            Needs = Locks(LockDuty.MustHold),
            MustNotHold = Locks(LockDuty.MustNotHold),
            Takes = Locks(LockDuty.Acquires),
            Releases = Locks(LockDuty.Releases),
            ReturnsHolding = Locks(LockDuty.ReturnsHolding),
            Owns = Rows(OwnershipDuty.Owns),
            GivesUp = Rows(OwnershipDuty.GivesUp),
            ReturnsOwned = Rows(OwnershipDuty.ReturnsOwned),
            CalledUnder =
            [
                .. order.TakeWhile(outer => !contract.Locks.Any(clause => clause.Duty == LockDuty.Acquires && clause.LockClass == outer)),
            ],
            Unlocked = operation.Unlocked,
        };

        IReadOnlyList<string> Locks(LockDuty duty) =>
        [
            .. contract.Locks.Where(clause => clause.Duty == duty)
                .OrderBy(clause => ranks.IndexOf(clause.LockClass))
                .Select(clause => $"{clause.LockClass}{Said(" of ", clause.Of)}{Said(" when ", clause.When)}"),
        ];

        IReadOnlyList<string> Rows(OwnershipDuty duty) =>
            [.. contract.Ownership.Where(clause => clause.Duty == duty).Select(clause => $"{clause.Row}{Said(" unless ", clause.Unless)}")];
    }

    static string Said(string word, string text) => text.Length == 0 ? "" : word + text;
}
