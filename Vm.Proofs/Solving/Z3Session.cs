using Microsoft.Z3;

namespace Vm.Proofs.Solving;

/// <summary>
/// A solver context of its own, for one thread. The binding treats a context that it did not create as someone else's,
/// so this class also frees the native side. Expressions should be given back before: the binding leaves that to finalizers, and a context
/// that ends with expressions alive takes them apart layer by layer, looking through all of them for each layer.
/// </summary>
sealed class Z3Session : IDisposable
{
    const uint OlderArithmetic = 2;

    readonly IntPtr native;

    public Z3Session()
    {
        Z3Library.Load();
        var config = Z3Native.MakeConfig();
        native = Z3Native.MakeContext(config);
        Z3Native.DeleteConfig(config);
        Context = Z3Native.Wrap(native);

        // Finalizers of the binding's objects run on another thread; they wait for whoever holds the context.
        Monitor.Enter(Context);
    }

    public Context Context { get; }

    /// <summary>
    /// A solver without preprocessing: the default one removes terms that matter for quantified facts and for reading
    /// models. Of its two arithmetic engines the older is the faster one here, by a quarter of the whole proof.
    /// </summary>
    public Solver MakeSolver(int seed, TimeSpan timeout, uint resourceLimit)
    {
        var solver = Context.MkSimpleSolver();
        using var parameters = Context.MkParams();
        parameters.Add("auto_config", false);
        parameters.Add("mbqi", false);
        parameters.Add("arith.solver", OlderArithmetic);

        // For any limit on time the solver keeps a thread, and after each answer waits actively until that has noticed.
        if (timeout < TimeSpan.MaxValue) parameters.Add("timeout", (uint)Math.Clamp(timeout.TotalMilliseconds, 1, int.MaxValue));
        parameters.Add("random_seed", (uint)seed);
        parameters.Add("rlimit", resourceLimit);
        solver.Parameters = parameters;
        return solver;
    }

    public void Dispose()
    {
        Context.Dispose();
        Monitor.Exit(Context);
        Z3Native.DeleteContext(native);
    }
}
