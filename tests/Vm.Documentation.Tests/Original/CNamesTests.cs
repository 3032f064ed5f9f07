namespace Vm.Documentation.Tests.Original;

public sealed class CNamesTests
{
    const string Text = """
        #define NUMBER 1
        #define wrapped(a) \
            call(a)
        extern int elsewhere;
        decl_simple_lock_data(,a_lock)
        static int counter = 0;   /* int commented; */
        struct row { int field; };
        typedef struct { decl_simple_lock_data(,lock) int field; } row_t;
        int declared(int a);
        static int
        modern(int a)
        {
            int local;
            if (a) { local = a; }
            return local;
        }
        void old(p)
            int p;
        {
        }
        """;

    [Fact]
    public void Of_EachKindOfDeclaration_IsFoundAndNothingElse() => Assert.Equal(
        ["macro NUMBER", "macro wrapped", "global a_lock", "global counter", "type row", "type row_t", "function modern", "function old"],
        CNames.Of("file.c", Text).Select(name => $"{name.Kind} {name.Name}"));
}
