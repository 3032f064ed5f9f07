using Vm.Vocabulary;

namespace Vm.Generators.Tests.Running;

/// <summary>Runs a woven operation: each kind of clause, kept and broken, in each mode.</summary>
public class WovenOperationTests
{
    static readonly AccountId First = new(1), Second = new(2);

    readonly Bank bank = new();

    public WovenOperationTests() => bank.Accounts[First].Lock.Acquire();

    [Fact]
    public void Operation_InEachMode_DoesTheSame()
    {
        Assert.Equal(0, new Teller<Off>(bank).Put(First, 4));
        Assert.Equal(4, new Teller<Contracts>(bank).Put(First, 3));
        Assert.Equal(7, new Teller<Full>(bank).Put(First, 2));
        Assert.Equal((9, 9), (bank.Accounts[First].Units, bank.Total));
    }

    [Fact]
    public void Off_WithABrokenContract_ChecksNothing()
    {
        var teller = new Teller<Off>(bank) { Embezzle = 9 };
        teller.Put(First, 4);
        Assert.Equal((0L, -5), (teller.Checks.Executed, bank.Accounts[First].Units));
    }

    [Fact]
    public void Contracts_AfterOneOperation_HaveCountedTheirClauses()
    {
        var teller = new Teller<Contracts>(bank);
        teller.Put(First, 4);

        const int requires = 1, locksBefore = 2, ensures = 2, locksAfter = 2, invariantsAtTheRow = 1;
        Assert.Equal(requires + locksBefore + ensures + locksAfter + invariantsAtTheRow, teller.Checks.Executed);
    }

    /// <summary>Those of locks, and those that the account's lock keeps still; not the invariant, nor what looks at the whole state.</summary>
    [Fact]
    public void Locks_AfterOneOperation_HaveCountedTheirClauses()
    {
        var teller = new Teller<Vocabulary.Locks>(bank);
        teller.Put(First, 4);

        const int steadyRequires = 1, locksBefore = 2, steadyEnsures = 2, locksAfter = 2;
        Assert.Equal(steadyRequires + locksBefore + steadyEnsures + locksAfter, teller.Checks.Executed);
    }

    [Fact]
    public void SteadyEnsures_BrokenInLocksMode_Stops() =>
        Assert.Equal("HasMore", Assert.Throws<CheckFailedException>(() => new Teller<Vocabulary.Locks>(bank) { Embezzle = 1 }.Put(First, 4)).Clause);

    /// <summary>There the locks come first: they are what makes the clause steady.</summary>
    [Fact]
    public void SteadyRequires_BrokenInLocksMode_StopsBehindTheLocks()
    {
        Assert.Equal("MustHold(Account, account)", Assert.Throws<CheckFailedException>(() => new Teller<Vocabulary.Locks>(bank).Put(default, 4)).Clause);
        bank.Accounts[default].Lock.Acquire();
        Assert.Equal("Exists", Assert.Throws<CheckFailedException>(() => new Teller<Vocabulary.Locks>(bank).Put(default, 4)).Clause);
    }

    [Fact]
    public void Full_AfterOneOperation_HasCountedItsClauses()
    {
        var teller = new Teller<Full>(bank);
        teller.Put(First, 4);

        const int contracts = 8, wholeRequires = 1, wholeEnsures = 1, catalogue = 3 + 1;
        Assert.Equal(contracts + wholeRequires + wholeEnsures + catalogue, teller.Checks.Executed);
    }

    [Fact]
    public void Requires_Broken_StopsBeforeTheLocksAreLookedAt() =>
        AssertStops<Contracts>(new AccountId(0), 1, "Exists", "the account exists");

    [Fact]
    public void MustHold_Broken_Stops() =>
        AssertStops<Contracts>(Second, 1, "MustHold(Account, account)", "the Account lock of account is held at entry");

    [Fact]
    public void MustNotHold_Broken_Stops()
    {
        bank.TotalLock.Acquire();
        AssertStops<Contracts>(First, 1, "MustNotHold(Total)", "the Total lock is not held at entry");
    }

    [Fact]
    public void Ensures_Broken_ShowsTheRowBeforeAndAfter()
    {
        var failure = AssertStops<Contracts>(First, 4, "HasMore", "the account has as many units more", embezzle: 1);
        Assert.Equal("Put: HasMore: the account has as many units more", failure.Headline);
        Assert.Equal("account = account 1  before  after\n  Units              0       3\nlocks held: Account of account 1", failure.Details.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Failure_UnderLocks_NamesThem()
    {
        bank.TotalLock.Acquire();
        var failure = AssertStops<Contracts>(First, 1, "MustNotHold(Total)", "the Total lock is not held at entry");
        Assert.Contains("Total", failure.HeldLocks);
    }

    [Fact]
    public void Invariant_BrokenAtATouchedRow_Stops() =>
        AssertStops<Contracts>(First, -4, "NotOverdrawn", "no account is overdrawn");

    [Fact]
    public void WholeStateRequires_Broken_StopsInFullAlone()
    {
        bank.Total = -9;
        AssertStops<Full>(First, 4, "TotalFits", "the total is not negative");
        Assert.Equal(0, new Teller<Contracts>(bank).Put(First, 4));
    }

    [Fact]
    public void Invariant_BrokenElsewhere_StopsInFullAlone()
    {
        bank.Accounts[Second].Units = -1;
        Assert.Equal(0, new Teller<Contracts>(bank).Put(First, 4));
        AssertStops<Full>(First, 4, "NotOverdrawn", "no account is overdrawn");
    }

    [Fact]
    public void Catalogue_CheckedEverySecondTime_IsNotCheckedTheFirst()
    {
        var teller = new Teller<Full>(bank);
        teller.Checks.CheckEvery = 2;
        bank.Accounts[Second].Units = -1;
        teller.Put(First, 1);
        Assert.Equal("NotOverdrawn", Assert.Throws<CheckFailedException>(() => teller.Put(First, 1)).Clause);
    }

    [Fact]
    public void CheckInvariants_ByItself_NamesItself()
    {
        foreach (var account in bank.Accounts) bank.Accounts[account].Units = 10;
        var failure = Assert.Throws<CheckFailedException>(() => new Teller<Off>(bank).CheckInvariants());
        Assert.Equal(("CheckInvariants", "SomeSmall"), (failure.Operation, failure.Clause));
    }

    [Fact]
    public void Describe_OfARow_LeavesTheLockOut() =>
        Assert.Equal(["Units"], bank.Accounts[First].Describe().Select(f => f.Key));

    CheckFailedException AssertStops<TMode>(AccountId account, int units, string clause, string sentence, int embezzle = 0)
        where TMode : struct, ICheckMode
    {
        var failure = Assert.Throws<CheckFailedException>(() => new Teller<TMode>(bank) { Embezzle = embezzle }.Put(account, units));
        Assert.Equal(("Put", clause, sentence), (failure.Operation, failure.Clause, failure.Sentence));
        return failure;
    }
}
