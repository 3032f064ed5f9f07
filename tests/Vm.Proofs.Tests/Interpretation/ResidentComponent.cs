using Vm.Physical;
using Vm.Proofs.Interpretation;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Proofs.Tests.Interpretation;

/// <summary>The shipped component, read once, and its state right after a small bootstrap.</summary>
static class ResidentComponent
{
    const int Frames = 6, Objects = 2;

    public static readonly Component Component =
        Component.Load(typeof(ResidentState).Assembly, typeof(ResidentModule<>).Assembly);

    public static readonly ComponentHost Host = new(Component);

    public static readonly ConcreteState Bootstrapped = Bootstrap();

    /// <summary>
    /// Two real pages of the first object are resident, one of them absent, and a fictitious one of the second. The first object has
    /// yet to tell of other absent pages that came.
    /// </summary>
    public static readonly ConcreteState Settled = Settle();

    static ConcreteState Settle()
    {
        var state = Bootstrapped.Clone();
        var interpreter = new Interpreter(Component.Program);
        var absent = interpreter.Run("Alloc", [1, 0], state).Result!.Value;
        (state["Pages", absent, "Absent"], state["Objects", 1, "AbsentCount"]) = (1, 40);
        interpreter.Run("Alloc", [1, 1 << 16], state);
        interpreter.Run("MakeFictitious", [Frames + 1], state);
        interpreter.Run("MakeFictitious", [Frames + 2], state);
        interpreter.Run("Insert", [interpreter.Run("GrabFictitious", [], state).Result!.Value, 2, 0], state);
        return state;
    }

    static ConcreteState Bootstrap()
    {
        var module = ResidentModule<Full>.Bootstrap(
            [new BootSegment(0, Frames, 1)], new BootOptions { Objects = Objects, FictitiousPages = 2, Reserve = false });
        module.CreateObject(isInternal: true, size: 1 << 16);
        module.CreateObject(isInternal: false, size: 1 << 16);
        return Host.Read(module.State);
    }
}
