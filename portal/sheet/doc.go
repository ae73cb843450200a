// Package sheet makes the spreadsheet on which a school may write a request, and reads it back when it is filled in.
//
// The workbook has the questions of [draft.Form]: those that are asked once on the first sheet, each list on a sheet of its
// own, a row for each entry. A hidden column, or row, holds the paths, so that a sheet may be renamed and rows moved.
//
// A workbook is somebody else's file. It is opened only where its parts are few and small when unpacked and it holds no
// program; formulas are never worked out. What cannot be taken as it is has its sheet and cell named ([Fault]), and
// everything else is read all the same.
package sheet
