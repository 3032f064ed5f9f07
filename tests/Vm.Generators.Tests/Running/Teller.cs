using Vm.Vocabulary;

namespace Vm.Generators.Tests.Running;

[Contract]
[MustHold(BankLock.Account, "account")]
[MustNotHold(BankLock.Total)]
[Acquires(BankLock.Total)]
[Modifies("account.Units", "Total")]
public static partial class PutContract
{
    [Requires("the account exists")]
    public static bool Exists(AccountId account) => !account.IsNull;

    [Requires("the total is not negative", WholeState = true)]
    public static bool TotalFits(Bank s) => s.Total >= 0;

    [Ensures("the account has as many units more")]
    public static bool HasMore(Bank s, AccountId account, int units) =>
        s.Accounts[account].Units == Spec.Old(s.Accounts[account].Units) + units;

    [Ensures("the result is what the account had before")]
    public static bool TellsBefore(Bank s, AccountId account) => Spec.Result<int>() == Spec.Old(s.Accounts[account].Units);

    [Ensures("the total grows by the units", WholeState = true)]
    public static bool TotalGrows(Bank s, int units) => s.Total - Spec.Old(s.Total) == units;
}

/// <summary>A component of one operation.</summary>
public sealed partial class Teller<TMode>(Bank bank) where TMode : struct, ICheckMode
{
    readonly Bank s = bank;

    /// <summary>Units that the body embezzles, so that tests can break its promises.</summary>
    [External]
    int Embezzled() => Embezzle;

    public int Embezzle { get; init; }

    /// <summary>Puts units into an account.</summary>
    [Operation(typeof(PutContract))]
    int PutBody(AccountId account, int units)
    {
        ref Account row = ref s.Accounts[account];
        int before = row.Units;
        int embezzled = Embezzled();
        row.Units += units - embezzled;
        using (s.TotalLock.Enter()) s.Total += units;
        return before;
    }
}
