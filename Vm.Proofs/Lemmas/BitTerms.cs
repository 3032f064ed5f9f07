using Microsoft.Z3;

namespace Vm.Proofs.Lemmas;

/// <summary>
/// The solver's terms of bit-vectors, under the names of the binding. They are given back at the end (see <see cref="Solving.Z3Session"/>), and a
/// number is made once.
/// </summary>
sealed class BitTerms(Context context) : IDisposable
{
    readonly List<Z3Object> made = [];
    readonly Dictionary<(ulong, uint), BitVecNum> numbers = [];

    public Context Context => context;

    public BoolExpr MkTrue() => Keep(context.MkTrue());

    public BoolExpr MkFalse() => Keep(context.MkFalse());

    public BitVecNum MkBV(ulong number, uint width)
    {
        if (!numbers.TryGetValue((number, width), out var known)) numbers.Add((number, width), known = Keep(context.MkBV(number, width)));
        return known;
    }

    public BitVecExpr MkBVConst(string name, uint width) => Keep(context.MkBVConst(name, width));

    public BitVecExpr MkApp(FuncDecl function, BitVecExpr argument) => Keep((BitVecExpr)context.MkApp(function, argument));

    public BoolExpr MkNot(BoolExpr a) => Keep(context.MkNot(a));

    public BoolExpr MkAnd(BoolExpr a, BoolExpr b) => Keep(context.MkAnd(a, b));

    public BoolExpr MkOr(BoolExpr a, BoolExpr b) => Keep(context.MkOr(a, b));

    public BoolExpr MkXor(BoolExpr a, BoolExpr b) => Keep(context.MkXor(a, b));

    public BoolExpr MkEq(BitVecExpr a, BitVecExpr b) => Keep(context.MkEq(a, b));

    public BitVecExpr MkITE(BoolExpr condition, BitVecExpr yes, BitVecExpr no) => Keep((BitVecExpr)context.MkITE(condition, yes, no));

    public BitVecExpr MkExtract(uint high, uint low, BitVecExpr a) => Keep(context.MkExtract(high, low, a));

    public BitVecExpr MkSignExt(uint bits, BitVecExpr a) => Keep(context.MkSignExt(bits, a));

    public BitVecExpr MkZeroExt(uint bits, BitVecExpr a) => Keep(context.MkZeroExt(bits, a));

    public BitVecExpr MkBVNeg(BitVecExpr a) => Keep(context.MkBVNeg(a));

    public BitVecExpr MkBVNot(BitVecExpr a) => Keep(context.MkBVNot(a));

    public BitVecExpr MkBVAdd(BitVecExpr a, BitVecExpr b) => Keep(context.MkBVAdd(a, b));

    public BitVecExpr MkBVSub(BitVecExpr a, BitVecExpr b) => Keep(context.MkBVSub(a, b));

    public BitVecExpr MkBVMul(BitVecExpr a, BitVecExpr b) => Keep(context.MkBVMul(a, b));

    public BitVecExpr MkBVUDiv(BitVecExpr a, BitVecExpr b) => Keep(context.MkBVUDiv(a, b));

    public BitVecExpr MkBVURem(BitVecExpr a, BitVecExpr b) => Keep(context.MkBVURem(a, b));

    public BitVecExpr MkBVAND(BitVecExpr a, BitVecExpr b) => Keep(context.MkBVAND(a, b));

    public BitVecExpr MkBVOR(BitVecExpr a, BitVecExpr b) => Keep(context.MkBVOR(a, b));

    public BitVecExpr MkBVXOR(BitVecExpr a, BitVecExpr b) => Keep(context.MkBVXOR(a, b));

    public BitVecExpr MkBVSHL(BitVecExpr a, BitVecExpr b) => Keep(context.MkBVSHL(a, b));

    public BitVecExpr MkBVLSHR(BitVecExpr a, BitVecExpr b) => Keep(context.MkBVLSHR(a, b));

    public BitVecExpr MkBVASHR(BitVecExpr a, BitVecExpr b) => Keep(context.MkBVASHR(a, b));

    public BoolExpr MkBVSGT(BitVecExpr a, BitVecExpr b) => Keep(context.MkBVSGT(a, b));

    public BoolExpr MkBVUGT(BitVecExpr a, BitVecExpr b) => Keep(context.MkBVUGT(a, b));

    public BoolExpr MkBVSLT(BitVecExpr a, BitVecExpr b) => Keep(context.MkBVSLT(a, b));

    public BoolExpr MkBVULT(BitVecExpr a, BitVecExpr b) => Keep(context.MkBVULT(a, b));

    public BoolExpr MkBVSGE(BitVecExpr a, BitVecExpr b) => Keep(context.MkBVSGE(a, b));

    public BoolExpr MkBVUGE(BitVecExpr a, BitVecExpr b) => Keep(context.MkBVUGE(a, b));

    public BoolExpr MkBVSLE(BitVecExpr a, BitVecExpr b) => Keep(context.MkBVSLE(a, b));

    public BoolExpr MkBVULE(BitVecExpr a, BitVecExpr b) => Keep(context.MkBVULE(a, b));

    public void Dispose()
    {
        foreach (var one in made) one.Dispose();
    }

    T Keep<T>(T one) where T : Z3Object
    {
        made.Add(one);
        return one;
    }
}
