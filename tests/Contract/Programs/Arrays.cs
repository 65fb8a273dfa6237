// Arrays: of values, of references, of more than one dimension; elements read, written and referred to.
using System.Runtime;

internal static class Arrays
{
    private static object? s_kept;

    [RuntimeExport("contract_values")]
    public static void Values(int count) => s_kept = new int[count];

    [RuntimeExport("contract_references")]
    public static void References(int count) => s_kept = new string[count];

    [RuntimeExport("contract_two_dimensions")]
    public static void TwoDimensions(int rows, int columns) => s_kept = new int[rows, columns];

    [RuntimeExport("contract_read")]
    public static int Read(int[] array, int index) => array[index];

    [RuntimeExport("contract_store_reference")]
    public static void StoreReference(object[] array, object value) => array[0] = value;

    [RuntimeExport("contract_element_address")]
    public static ref object ElementAddress(object[] array) => ref array[1];

    [RuntimeExport("contract_initialized")]
    public static void Initialized() => s_kept = new[] { 3, 1, 4, 1, 5, 9, 2, 6 };
}
