using Vm.Vocabulary;

namespace Vm.Generators.Tests.Running;

/// <summary>The state of a component that is not a page module: accounts that hold units.</summary>
[State]
public sealed class Bank
{
    public readonly Table<AccountId, Account> Accounts = new(3);

    [GuardedBy(BankLock.Total)]
    public int Total;

    [LockClass(BankLock.Total)]
    public SimpleLock TotalLock;
}

[Handle(Nullable = true)]
public readonly record struct AccountId(uint V) : IHandle<AccountId>
{
    public static bool IsNullable => true;

    public bool IsNull => V == 0;

    public static AccountId Of(uint index) => new(index);

    public override string ToString() => $"account {V}";
}

[Row]
public partial struct Account
{
    [GuardedBy(BankLock.Account)]
    public int Units;

    [LockClass(BankLock.Account)]
    public SimpleLock Lock;
}

[LockOrder]
public enum BankLock { Account, Total }

public static class BankInvariants
{
    [Invariant("no account is overdrawn")]
    public static bool NotOverdrawn(Bank s, AccountId a) => s.Accounts[a].Units >= 0;

    [Invariant("some account is below ten", WholeState = true)]
    public static bool SomeSmall(Bank s) => Spec.Exists(s.Accounts, a => s.Accounts[a].Units < 10);
}
