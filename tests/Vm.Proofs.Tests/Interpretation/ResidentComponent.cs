using Vm.Physical;
using Vm.Proofs.Interpretation;
using Vm.Resident;
using Vm.Vocabulary;

namespace Vm.Proofs.Tests.Interpretation;

/// <summary>The shipped component, read once, and its state right after a small bootstrap.</summary>
static class ResidentComponent
{
    const int Frames = 8, Objects = 3, Fictitious = 3;

    public static readonly Component Component =
        Component.Load(typeof(ResidentState).Assembly, typeof(ResidentModule<>).Assembly);

    public static readonly ComponentHost Host = new(Component);

    public static readonly ConcreteState Bootstrapped = Bootstrap();

    /// <summary>A new state with one segment described, in which nothing has happened.</summary>
    public static readonly ConcreteState New = Describe();

    /// <summary>
    /// Three real pages of the first object are resident, one of them absent and one active and not busy, and a fictitious one of the
    /// second; the third has none. The first object has yet to tell of other absent pages that came. A real page and a fictitious one
    /// are held. The first frame is reserved.
    /// </summary>
    public static readonly ConcreteState Settled = Settle();

    /// <summary>The world around a component that is alone: no other thread has an object locked, and all else is 0.</summary>
    public static Int128 Outside(string external, IReadOnlyList<Int128> arguments) => external == "TryLockObject" ? 1 : 0;

    static ConcreteState Settle()
    {
        var state = Bootstrapped.Clone();
        var interpreter = new Interpreter(Component.Program);
        var absent = interpreter.Run("Alloc", [1, 2 << 16], state).Result!.Value;
        (state["Pages", absent, "Absent"], state["Objects", 1, "AbsentCount"]) = (1, 40);
        interpreter.Run("Alloc", [1, 0], state);
        var active = interpreter.Run("Alloc", [1, 1 << 16], state).Result!.Value;
        state["Pages", active, "Busy"] = 0;
        interpreter.Run("Activate", [active], state);
        for (var i = 1; i <= Fictitious; i++) interpreter.Run("MakeFictitious", [Frames + i], state);
        interpreter.Run("Insert", [interpreter.Run("GrabFictitious", [], state).Result!.Value, 2, 0], state);
        interpreter.Run("GrabFictitious", [], state);
        interpreter.Run("Grab", [], state);
        return state;
    }

    static ConcreteState Describe()
    {
        var state = Host.Empty(table => table == "Pages" ? Frames + Fictitious : 1);
        state["PhysicalPages"] = Frames;
        (state["Segments", 0, "FirstPage"], state["Segments", 0, "StartFrame"], state["Segments", 0, "EndFrame"]) = (1, 16, 16 + Frames);
        return state;
    }

    static ConcreteState Bootstrap()
    {
        var module = ResidentModule<Full>.Bootstrap(
            [new BootSegment(0, Frames, 1)], new BootOptions { Objects = Objects, FictitiousPages = Fictitious, Reserve = false });
        module.CreateObject(isInternal: true, size: 1 << 16);
        module.CreateObject(isInternal: false, size: 1 << 16);
        module.CreateObject(isInternal: true, size: 1 << 16);
        return Host.Read(module.State);
    }
}
