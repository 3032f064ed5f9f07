using System.Collections;
using System.Reflection;
using Vm.Vocabulary;

namespace Vm.TestKit;

/// <summary>A component's state at one moment, as text: one value per row and field, and per scalar.</summary>
public sealed class StateText
{
    readonly Dictionary<(int Table, int Row, int Field), (string Name, string Value)> values = [];

    StateText() { }

    /// <summary>Reads every table, row by row, and every scalar of a <see cref="StateAttribute"/> object.</summary>
    public static StateText Of(object state)
    {
        var text = new StateText();
        (MemberInfo Member, object? Value)[] members =
        [
            .. from property in state.GetType().GetProperties() select ((MemberInfo)property, property.GetValue(state)),
            .. from field in state.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance)
               where field.GetCustomAttribute<LockClassAttribute>() is null
               select ((MemberInfo)field, field.GetValue(state)),
        ];
        for (var i = 0; i < members.Length; i++)
        {
            if (members[i].Value is IEnumerable table) text.AddTable(i, table);
            else text.values[(members.Length, i, 0)] = (members[i].Member.Name, $"{members[i].Value}");
        }

        return text;
    }

    /// <summary>What is different later: sorted lines <c>page 7: Tabled False -> True</c>.</summary>
    public string ChangesTo(StateText after) => string.Join('\n',
        from place in values.Keys.Order()
        let before = values[place]
        let now = after.values[place]
        where before.Value != now.Value
        select $"{before.Name} {before.Value} -> {now.Value}");

    void AddTable(int index, IEnumerable table)
    {
        var row = table.GetType().GetMethod("get_Item")!;
        var number = 0;
        foreach (var handle in table)
        {
            var described = (IDescribed)row.Invoke(table, [handle])!;
            var field = 0;
            foreach (var (name, value) in described.Describe())
                values[(index, number, field++)] = ($"{handle}: {name}", value);
            number++;
        }
    }
}
