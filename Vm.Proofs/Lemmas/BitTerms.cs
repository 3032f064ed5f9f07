using System.Runtime.CompilerServices;
using Microsoft.Z3;

namespace Vm.Proofs.Lemmas;

/// <summary>
/// The solver's terms of bit-vectors, under the names of the binding. Each is made once, because each costs ten native calls and code says
/// the same again and again: so terms that are the same are one object. All are given back at the end (see <see cref="Solving.Z3Session"/>).
/// </summary>
sealed class BitTerms(Context context) : IDisposable
{
    readonly Dictionary<Making, Expr> made = [];
    readonly Dictionary<BoolExpr, BoolExpr> opposites = new(ReferenceEqualityComparer.Instance);

    public Context Context => context;

    public BoolExpr MkTrue() => Once(() => context.MkTrue());

    public BoolExpr MkFalse() => Once(() => context.MkFalse());

    public BitVecNum MkBV(ulong number, uint width) => Once(() => context.MkBV(number, width), number: number, width: width);

    public BitVecExpr MkBVConst(string name, uint width) => Once(() => context.MkBVConst(name, width), width: width, operation: $"constant {name}");

    public BitVecExpr MkApp(FuncDecl function, BitVecExpr argument) => Once(() => (BitVecExpr)context.MkApp(function, argument), function, argument);

    /// <summary>The opposite; that of an opposite is the condition itself.</summary>
    public BoolExpr MkNot(BoolExpr a)
    {
        if (opposites.TryGetValue(a, out var known)) return known;
        var opposite = Once(() => context.MkNot(a), a);
        (opposites[a], opposites[opposite]) = (opposite, a);
        return opposite;
    }

    public BoolExpr MkAnd(BoolExpr a, BoolExpr b) => Once(() => context.MkAnd(a, b), a, b);

    public BoolExpr MkOr(BoolExpr a, BoolExpr b) => Once(() => context.MkOr(a, b), a, b);

    public BoolExpr MkXor(BoolExpr a, BoolExpr b) => Once(() => context.MkXor(a, b), a, b);

    public BoolExpr MkEq(BitVecExpr a, BitVecExpr b) => Once(() => context.MkEq(a, b), a, b);

    public BitVecExpr MkITE(BoolExpr condition, BitVecExpr yes, BitVecExpr no) => Once(() => (BitVecExpr)context.MkITE(condition, yes, no), condition, yes, no);

    public BitVecExpr MkExtract(uint high, uint low, BitVecExpr a) => Once(() => context.MkExtract(high, low, a), a, number: high, width: low);

    public BitVecExpr MkSignExt(uint bits, BitVecExpr a) => Once(() => context.MkSignExt(bits, a), a, number: bits);

    public BitVecExpr MkZeroExt(uint bits, BitVecExpr a) => Once(() => context.MkZeroExt(bits, a), a, number: bits);

    public BitVecExpr MkBVNeg(BitVecExpr a) => Once(() => context.MkBVNeg(a), a);

    public BitVecExpr MkBVNot(BitVecExpr a) => Once(() => context.MkBVNot(a), a);

    public BitVecExpr MkBVAdd(BitVecExpr a, BitVecExpr b) => Once(() => context.MkBVAdd(a, b), a, b);

    public BitVecExpr MkBVSub(BitVecExpr a, BitVecExpr b) => Once(() => context.MkBVSub(a, b), a, b);

    public BitVecExpr MkBVMul(BitVecExpr a, BitVecExpr b) => Once(() => context.MkBVMul(a, b), a, b);

    public BitVecExpr MkBVUDiv(BitVecExpr a, BitVecExpr b) => Once(() => context.MkBVUDiv(a, b), a, b);

    public BitVecExpr MkBVURem(BitVecExpr a, BitVecExpr b) => Once(() => context.MkBVURem(a, b), a, b);

    public BitVecExpr MkBVAND(BitVecExpr a, BitVecExpr b) => Once(() => context.MkBVAND(a, b), a, b);

    public BitVecExpr MkBVOR(BitVecExpr a, BitVecExpr b) => Once(() => context.MkBVOR(a, b), a, b);

    public BitVecExpr MkBVXOR(BitVecExpr a, BitVecExpr b) => Once(() => context.MkBVXOR(a, b), a, b);

    public BitVecExpr MkBVSHL(BitVecExpr a, BitVecExpr b) => Once(() => context.MkBVSHL(a, b), a, b);

    public BitVecExpr MkBVLSHR(BitVecExpr a, BitVecExpr b) => Once(() => context.MkBVLSHR(a, b), a, b);

    public BitVecExpr MkBVASHR(BitVecExpr a, BitVecExpr b) => Once(() => context.MkBVASHR(a, b), a, b);

    public BoolExpr MkBVSGT(BitVecExpr a, BitVecExpr b) => Once(() => context.MkBVSGT(a, b), a, b);

    public BoolExpr MkBVUGT(BitVecExpr a, BitVecExpr b) => Once(() => context.MkBVUGT(a, b), a, b);

    public BoolExpr MkBVSLT(BitVecExpr a, BitVecExpr b) => Once(() => context.MkBVSLT(a, b), a, b);

    public BoolExpr MkBVULT(BitVecExpr a, BitVecExpr b) => Once(() => context.MkBVULT(a, b), a, b);

    public BoolExpr MkBVSGE(BitVecExpr a, BitVecExpr b) => Once(() => context.MkBVSGE(a, b), a, b);

    public BoolExpr MkBVUGE(BitVecExpr a, BitVecExpr b) => Once(() => context.MkBVUGE(a, b), a, b);

    public BoolExpr MkBVSLE(BitVecExpr a, BitVecExpr b) => Once(() => context.MkBVSLE(a, b), a, b);

    public BoolExpr MkBVULE(BitVecExpr a, BitVecExpr b) => Once(() => context.MkBVULE(a, b), a, b);

    public void Dispose()
    {
        foreach (var term in made.Values) term.Dispose();
    }

    T Once<T>(
        Func<T> make, object? first = null, object? second = null, object? third = null, ulong number = 0, uint width = 0,
        [CallerMemberName] string operation = "") where T : Expr
    {
        var making = new Making(operation, first, second, third, number, width);
        if (made.TryGetValue(making, out var known)) return (T)known;

        var term = make();
        made.Add(making, term);
        return term;
    }

    /// <summary>What a term is made of. Parts are compared by reference: they were made once, too, and the binding's equality is a native call.</summary>
    readonly struct Making(string operation, object? first, object? second, object? third, ulong number, uint width) : IEquatable<Making>
    {
        readonly (string Operation, ulong Number, uint Width) plain = (operation, number, width);
        readonly object? first = first;
        readonly object? second = second;
        readonly object? third = third;

        public bool Equals(Making other) =>
            plain == other.plain
            && ReferenceEquals(first, other.first) && ReferenceEquals(second, other.second) && ReferenceEquals(third, other.third);

        public override bool Equals(object? obj) => obj is Making other && Equals(other);

        public override int GetHashCode() => HashCode.Combine(
            plain, RuntimeHelpers.GetHashCode(first), RuntimeHelpers.GetHashCode(second), RuntimeHelpers.GetHashCode(third));
    }
}
