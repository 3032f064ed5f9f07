using System.Diagnostics;
using Vm.Vocabulary;

namespace Vm.Explore;

/// <summary>
/// Runs the threads of a scenario, one at a time. Before each step a thread stands still, and a chooser says who goes on. A step that
/// waits for something can be chosen only when there is nothing to wait for.
/// </summary>
public sealed class Stage
{
    /// <summary>More than any scenario has that comes to an end.</summary>
    const int MostSteps = 20_000;

    readonly Crew crew;
    readonly IChooser chooser;
    readonly bool tellsPlaces;
    readonly List<Cast> cast = [];
    readonly List<int> schedule = [];
    readonly List<Step> steps = [];
    readonly Dictionary<LockId, Cast> holders = [];
    readonly SemaphoreSlim over = new(0);
    Play play = new();
    Failure? failure;
    Exception? defect;
    bool abandoned;
    int current = -1;
    int running;

    internal Stage(Crew crew, IChooser chooser, bool tellsPlaces) =>
        (this.crew, this.chooser, this.tellsPlaces) = (crew, chooser, tellsPlaces);

    /// <summary>Steps taken so far.</summary>
    internal int StepsTaken => schedule.Count;

    /// <summary>Names what the calling thread does from now on.</summary>
    public void Do(string operation, Action action)
    {
        if (Me is { } me) me.Operation = operation;
        action();
        if (Me is { } still) still.Operation = "";
    }

    /// <summary>A step that other threads could see. Threads outside of the scenario pass.</summary>
    /// <param name="action">What the thread does.</param>
    public void Step(string action) => Me?.StandStill(action);

    /// <summary>A step that waits.</summary>
    /// <param name="action">For what.</param>
    /// <param name="isOver">Whether there is nothing to wait for.</param>
    /// <exception cref="InvalidOperationException">A thread outside of the scenario would wait.</exception>
    public void Wait(string action, Func<bool> isOver)
    {
        if (Me is { } me) me.StandStill(action, isOver);
        else if (!isOver()) throw new InvalidOperationException($"nobody is there to go on when {action}");
    }

    /// <summary>The calling thread's number from 0; -1 outside of the scenario.</summary>
    public int Thread => Me?.Number ?? -1;

    Cast? Me => Interleaving.Current as Cast;

    internal Failure? Run(Scenario scenario)
    {
        play = scenario.Set(this);
        for (var i = 0; i < play.Threads.Count; i++) cast.Add(new Cast(this, i, play.Threads[i]));
        running = cast.Count;
        foreach (var member in cast) crew.Start(member.Number, member.Run);
        GiveTurn(null);
        over.Wait();

        if (defect is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(defect);
        if (failure is null) Check(play.AtEnd, "at the end");
        return failure;
    }

    /// <summary>Gives the turn to whoever is chosen, which may be the thread that has it.</summary>
    /// <param name="from">The thread that has it; null for the beginning and for one that is done.</param>
    void GiveTurn(Cast? from)
    {
        var next = abandoned ? null : Choose();
        if (next is null && !abandoned && cast.All(member => member.IsDone)) return;

        if (next is null) Abandon();
        if (next == from && next is not null) return;

        next?.Turn.Release();
        from?.Turn.Wait();
    }

    Cast? Choose()
    {
        // The locks that are asked now are those of the world that stands still.
        if (holders.Count == 0) Check(play.AtRest, "while no lock is held");
        if (failure is not null) return null;

        var left = cast.Where(member => !member.IsDone).ToList();
        if (left.Count == 0) return null;

        var enabled = left.Where(member => member.CanGoOn).Select(member => member.Number).ToList();
        if (enabled.Count == 0)
        {
            var isDeadlock = left.Any(member => member.WaitsForLock);
            var waits = left.Where(member => member.WaitsForLock == isDeadlock).Select(member => $"{member.Name} {member.Pending}");
            Fail(isDeadlock ? FailureKind.Deadlock : FailureKind.Asleep, $"{string.Join("; ", waits)}: nobody can go on");
            return null;
        }

        if (schedule.Count == MostSteps)
        {
            Fail(FailureKind.Endless, $"the threads have taken {MostSteps} steps");
            return null;
        }

        try
        {
            current = chooser.Choose(current, enabled);
        }
        catch (Exception wrong) when (wrong is ScheduleException or InvalidOperationException)
        {
            defect = wrong;
            return null;
        }

        schedule.Add(current);
        var chosen = cast[current];
        if (tellsPlaces) steps.Add(new(chosen.Name, chosen.Operation, chosen.Pending, chosen.Place, chosen.Releases));
        return chosen;
    }

    /// <summary>Lets all threads end as they are: each is stopped at its next step.</summary>
    void Abandon()
    {
        abandoned = true;
        foreach (var member in cast) member.Turn.Release();
    }

    void Check(Action check, string when)
    {
        var me = Interleaving.Current;
        Interleaving.Current = null;
        try
        {
            check();
        }
        catch (Exception wrong) when (wrong is CheckFailedException or PanicException)
        {
            Fail(FailureKind.Broken, $"{when}: {(wrong as CheckFailedException)?.Headline ?? wrong.Message}");
        }
        finally
        {
            Interleaving.Current = me;
        }
    }

    void Fail(FailureKind kind, string message) => failure ??= new(kind, message, new([.. schedule]), steps);

    /// <summary>A thread of the scenario, and what its locks ask.</summary>
    sealed class Cast(Stage stage, int number, Actor actor) : IInterleaving
    {
        Func<bool>? isOver;

        public int Number => number;

        public string Name => actor.Name;

        public SemaphoreSlim Turn { get; } = new(0);

        public string Operation { get; set; } = "";

        public string Pending { get; private set; } = "begins";

        public string Place { get; private set; } = "";

        public bool WaitsForLock { get; private set; }

        public bool Releases { get; private set; }

        public bool IsDone { get; private set; }

        public bool CanGoOn => isOver is null || isOver();

        public bool ChecksOrder => stage.play.ChecksOrder;

        public void Run()
        {
            Interleaving.Current = this;
            try
            {
                Turn.Wait();
                if (!stage.abandoned) actor.Run();
            }
            catch (Exception wrong) when (IsStopped(wrong)) { }

            Interleaving.Current = null;
            HeldLocks.ForgetAll();
            IsDone = true;
            if (!stage.abandoned) stage.GiveTurn(null);
            if (Interlocked.Decrement(ref stage.running) == 0) stage.over.Release();
        }

        /// <param name="action">The next step.</param>
        /// <param name="waitsUntil">Whether there is nothing to wait for; null if it does not wait.</param>
        /// <param name="isLock">It waits for a lock.</param>
        /// <param name="releases">It gives a lock back.</param>
        public void StandStill(string action, Func<bool>? waitsUntil = null, bool isLock = false, bool releases = false)
        {
            if (stage.abandoned) throw new AbandonedException();

            (Pending, isOver, WaitsForLock) = (action, waitsUntil, isLock);
            Releases = releases;

            // The end of a block has no place that the compiler keeps.
            Place = stage.tellsPlaces && !releases ? PlaceHere() : "";
            stage.GiveTurn(this);
            if (stage.abandoned) throw new AbandonedException();
        }

        public void Acquire(LockId which)
        {
            StandStill($"takes {stage.play.NameOf(which)}", () => !stage.holders.ContainsKey(which), isLock: true);
            stage.holders[which] = this;
        }

        public void TryAcquire(LockId which)
        {
            StandStill($"tries {stage.play.NameOf(which)}");
            stage.holders.TryAdd(which, this);
        }

        public void Release(LockId which)
        {
            // Locks are given back also by a thread that is stopped.
            if (stage.abandoned) return;
            StandStill($"gives back {stage.play.NameOf(which)}", releases: true);
            stage.holders.Remove(which);
        }

        public void Step(string action) => StandStill(action);

        public void EndRead(LockId which) => StandStill($"has read without {stage.play.NameOf(which)}");

        /// <summary>As a filter, so that nobody goes on before the thread has given its locks back, and gives back none in the schedule.</summary>
        bool IsStopped(Exception wrong)
        {
            if (stage.abandoned) return true;

            if (wrong is CheckFailedException or PanicException or IndexOutOfRangeException or NullReferenceException)
                stage.Fail(FailureKind.Stopped, $"{Name}: {(wrong as CheckFailedException)?.Headline ?? wrong.Message}");
            else stage.defect = wrong;
            stage.Abandon();
            return true;
        }

        static string PlaceHere()
        {
            var frame = new StackTrace(fNeedFileInfo: true).GetFrames().FirstOrDefault(frame =>
                frame.GetFileLineNumber() > 0
                && frame.GetMethod()?.DeclaringType is { } type
                && type.Assembly != typeof(Stage).Assembly && type.Namespace != typeof(SimpleLock).Namespace);
            return frame is null ? "" : $"{Path.GetFileName(frame.GetFileName())}({frame.GetFileLineNumber()})";
        }
    }

    sealed class AbandonedException : Exception;
}
