package demos.tools;

import java.util.ArrayList;
import java.util.List;

/** Prints two texts in two columns, lines that are the same in both beside each other. */
final class SideBySide {

    private static final String GAP = "  |  ";

    private SideBySide() {}

    /** The two texts under their names, in lines of this width at most. */
    static String print(String leftName, String leftText, String rightName, String rightText, int width) {
        List<String> left = leftText.lines().toList();
        List<String> right = rightText.lines().toList();
        int column = Math.max(20, (width - GAP.length()) / 2);
        StringBuilder out = new StringBuilder("\n");
        row(out, column, leftName, rightName);
        row(out, column, "-".repeat(column), "-".repeat(column));
        int[][] common = common(left, right);
        int i = 0;
        int j = 0;
        while (i < left.size() || j < right.size()) {
            boolean both = i < left.size() && j < right.size();
            boolean match = both && same(left.get(i), right.get(j));
            // Where the lines differ, one side waits for the other as long as that keeps more of them together.
            if (match || both && common[i + 1][j + 1] == common[i][j]) {
                row(out, column, left.get(i++), right.get(j++));
            } else if (j == right.size() || i < left.size() && common[i + 1][j] == common[i][j]) {
                row(out, column, left.get(i++), "");
            } else {
                row(out, column, "", right.get(j++));
            }
        }
        return out.toString();
    }

    /** How many lines the texts have in common behind line i of the one and line j of the other, in the same order. */
    private static int[][] common(List<String> left, List<String> right) {
        int[][] common = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                common[i][j] = same(left.get(i), right.get(j)) ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static boolean same(String left, String right) {
        return left.strip().equals(right.strip());
    }

    /** A line of each text, continued below if it is too long for its column. */
    private static void row(StringBuilder out, int column, String left, String right) {
        List<String> leftPieces = pieces(left, column);
        List<String> rightPieces = pieces(right, column);
        for (int i = 0; i < Math.max(leftPieces.size(), rightPieces.size()); i++) {
            String piece = i < leftPieces.size() ? leftPieces.get(i) : "";
            String row = piece + " ".repeat(column - piece.length()) + GAP
                    + (i < rightPieces.size() ? rightPieces.get(i) : "");
            out.append(row.stripTrailing()).append('\n');
        }
    }

    private static List<String> pieces(String line, int column) {
        String indent = " ".repeat(Math.min(column / 2, line.length() - line.stripLeading().length() + 4));
        List<String> pieces = new ArrayList<>();
        String rest = line;
        while (rest.length() > column) {
            int space = rest.lastIndexOf(' ', column);
            int end = space > indent.length() ? space : column;
            pieces.add(rest.substring(0, end));
            rest = indent + rest.substring(end).stripLeading();
        }
        pieces.add(rest);
        return pieces;
    }
}
