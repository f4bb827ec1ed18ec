//! What the codes about rankings mean.

use super::{Bilingual, Words};

pub(super) const CK0430: Bilingual = Bilingual {
    vi: Words {
        title: "Điểm không phải là số",
        meaning: "Ô điểm chứa chữ hoặc ký hiệu mà không đọc được thành số. Điểm đó không được đưa lên trang.",
        why: "Bảng xếp hạng có một ô trống không rõ lý do làm người đọc nghi ngờ cả bảng.",
        wrong: "68,11 điểm (tạm)",
        right: "68,11",
        mend: "Ghi riêng con số trong ô điểm; lời giải thích ghi sang cột ghi chú. Chưa có điểm thì để trống.",
    },
    en: Words {
        title: "Score that is no number",
        meaning: "The cell of a score holds words or signs that cannot be read as a number. The score is not shown.",
        why: "A gap without a reason makes readers doubt the whole table.",
        wrong: "68,11 điểm (tạm)",
        right: "68,11",
        mend: "Leave only the number in the cell and move remarks to the column of notes. Leave the cell empty \
            where there is no score.",
    },
};

pub(super) const CK0431: Bilingual = Bilingual {
    vi: Words {
        title: "Thứ hạng không phải là số nguyên",
        meaning: "Ô thứ hạng không phải là số nguyên dương. Thứ hạng đó không được đưa lên trang.",
        why: "Hạng là con số được trích dẫn nhiều nhất, nên không được đoán.",
        wrong: "thứ sáu",
        right: "6/11",
        mend: "Ghi số hạng, hoặc số hạng trên tổng số đơn vị như 6/11.",
    },
    en: Words {
        title: "Rank that is no whole number",
        meaning: "The cell of a rank holds no positive whole number. The rank is not shown.",
        why: "The rank is the figure that is quoted most, so it is never guessed.",
        wrong: "thứ sáu",
        right: "6/11",
        mend: "Write the rank, or the rank out of the number of units such as 6/11.",
    },
};

pub(super) const CK0432: Bilingual = Bilingual {
    vi: Words {
        title: "Không rõ năm hoặc ngày của số liệu",
        meaning: "Dòng xếp hạng không cho biết thuộc năm nào hoặc ngày nào. Cột, bảng [data] và tên tệp đều không \
            nói.",
        why: "Điểm không có thời gian thì không so sánh và không trích dẫn được.",
        wrong: "xep-hang.csv không có cột Năm",
        right: "766-2026-10-10.csv",
        mend: "Thêm cột Năm hoặc Ngày, ghi edition trong bảng [data], hoặc để tên tệp kết thúc bằng năm hay ngày.",
    },
    en: Words {
        title: "Figures without a year or day",
        meaning: "Nothing says to which year or day a row of the ranking belongs: no column, no [data] table, no \
            file name.",
        why: "A score without its time can neither be compared nor cited.",
        wrong: "xep-hang.csv without a column Năm",
        right: "766-2026-10-10.csv",
        mend: "Add a column Năm or Ngày, set edition in the [data] table, or end the file name in the year or day.",
    },
};

pub(super) const CK0433: Bilingual = Bilingual {
    vi: Words {
        title: "Không rõ số liệu thuộc chỉ số nào",
        meaning: "Không có bộ chỉ số nào mang tên hoặc mã này. Dòng bị bỏ qua.",
        why: "Điểm tối đa, cách tính và nguồn đều nằm trong mô tả của chỉ số; thiếu nó thì con số không có nghĩa.",
        wrong: "Chỉ số: PAR INDX",
        right: "Chỉ số: PAR INDEX",
        mend: "Sửa tên theo gợi ý, ghi index trong bảng [data], hoặc thêm tệp mô tả chỉ số của đơn vị.",
    },
    en: Words {
        title: "Index that does not exist",
        meaning: "No index has this name or id. The row is left out.",
        why: "Maxima, method and source belong to the index; without it the figure means nothing.",
        wrong: "Chỉ số: PAR INDX",
        right: "Chỉ số: PAR INDEX",
        mend: "Correct the name as suggested, set index in the [data] table, or add a file that describes the index.",
    },
};

pub(super) const CK0434: Bilingual = Bilingual {
    vi: Words {
        title: "Đơn vị không có trong danh sách của cấp này",
        meaning: "Tên đơn vị không khớp với đơn vị nào của cấp được xếp hạng. Trang vẫn hiện tên như đã ghi.",
        why: "Tên sai làm đứt chuỗi số liệu của đơn vị qua các năm.",
        wrong: "Quảng Nin",
        right: "Quảng Ninh",
        mend: "Sửa tên theo gợi ý. Tên không dấu và tên có chữ UBND, tỉnh, thành phố đều được nhận ra.",
    },
    en: Words {
        title: "Unit that its level does not have",
        meaning: "The name fits no unit of the level that is ranked. The page shows it as written.",
        why: "A wrong name breaks the unit's figures over the years.",
        wrong: "Quảng Nin",
        right: "Quảng Ninh",
        mend: "Correct the name as suggested. Names without marks and names with UBND, tỉnh or thành phố are \
            recognised.",
    },
};

pub(super) const CK0435: Bilingual = Bilingual {
    vi: Words {
        title: "Điểm ngoài thang điểm",
        meaning: "Điểm cao hơn điểm tối đa của tiêu chí hoặc thấp hơn 0. Trang hiện đúng như nguồn và ghi chú bên \
            cạnh.",
        why: "Một số nhầm cột có thể đổi cả thứ hạng mà không ai để ý.",
        wrong: "Công khai (tối đa 18): 81,3",
        right: "Công khai (tối đa 18): 18",
        mend: "Đối chiếu bảng đã công bố. Nếu nguồn đúng là như vậy thì để nguyên.",
    },
    en: Words {
        title: "Score outside its scale",
        meaning: "A score is higher than the maximum of its criterion, or below zero. The page shows it as \
            published, with a remark.",
        why: "A figure in the wrong column can change the ranks unnoticed.",
        wrong: "Công khai (maximum 18): 81.3",
        right: "Công khai (maximum 18): 18",
        mend: "Check the published table. Leave it if the source has it so.",
    },
};

pub(super) const CK0436: Bilingual = Bilingual {
    vi: Words {
        title: "Cột không thuộc bộ chỉ số",
        meaning: "Tiêu đề cột không phải là tiêu chí nào của bộ chỉ số ở kỳ đó. Trang giữ cột với tên của nó.",
        why: "Không có tiêu chí thì không có điểm tối đa, nên không tính được phần điểm bị mất.",
        wrong: "CKMD_18",
        right: "CKMB_18",
        mend: "Sửa tiêu đề theo gợi ý, khai trong [data.columns], hoặc thêm tiêu chí vào tệp mô tả chỉ số.",
    },
    en: Words {
        title: "Column that the index does not have",
        meaning: "The heading names no criterion that the index had at the time. The column is kept under its own \
            name.",
        why: "Without a criterion there is no maximum, so points lost cannot be told.",
        wrong: "CKMD_18",
        right: "CKMB_18",
        mend: "Correct the heading as suggested, map it in [data.columns], or add the criterion to the file of \
            the index.",
    },
};

pub(super) const CK0437: Bilingual = Bilingual {
    vi: Words {
        title: "Điểm tối đa ghi khác nhau",
        meaning: "Tiêu đề cột ghi một điểm tối đa, mô tả của chỉ số ghi điểm khác. Trang dùng điểm của tiêu đề cột \
            và ghi chú.",
        why: "Tỷ lệ đạt và phần điểm bị mất đều tính từ điểm tối đa.",
        wrong: "ONLINE_15, bộ chỉ số ghi 12",
        right: "ONLINE_12",
        mend: "Đối chiếu quyết định ban hành bộ chỉ số, rồi sửa nơi ghi sai.",
    },
    en: Words {
        title: "Two maxima for one criterion",
        meaning: "The heading states one maximum and the index another. The page uses that of the heading and says \
            so.",
        why: "The share reached and the points lost both follow from the maximum.",
        wrong: "ONLINE_15, where the index says 12",
        right: "ONLINE_12",
        mend: "Check the decision on the index, then correct the wrong one.",
    },
};

pub(super) const CK0438: Bilingual = Bilingual {
    vi: Words {
        title: "Mã và tên là của hai đơn vị khác nhau",
        meaning: "Mã của dòng thuộc về một đơn vị, tên lại là của đơn vị khác. Trang theo tên và ghi chú.",
        why: "Nhầm dòng khi sao chép gán điểm của nơi này cho nơi kia.",
        wrong: "H21 | UBND tỉnh Tây Ninh",
        right: "H53 | UBND tỉnh Tây Ninh",
        mend: "Sửa mã hoặc tên; xem lại các dòng bên cạnh vì có thể cả cột bị lệch.",
    },
    en: Words {
        title: "Code and name of two units",
        meaning: "The code of the row belongs to one unit, the name to another. The page follows the name and says \
            so.",
        why: "A slip in copying gives one place the score of another.",
        wrong: "H21 | UBND tỉnh Tây Ninh",
        right: "H53 | UBND tỉnh Tây Ninh",
        mend: "Correct code or name. Look at the rows beside it, for the whole column may be shifted.",
    },
};

pub(super) const CK0439: Bilingual = Bilingual {
    vi: Words {
        title: "Đơn vị không có điểm thành phần",
        meaning: "Các đơn vị khác có điểm từng nhóm, đơn vị này chỉ có tổng điểm. Ô trống được ghi là chưa công bố.",
        why: "Người đọc cần biết đó là do nguồn không có, không phải điểm 0.",
        wrong: "UBND thành phố Hà Nội | 55,23 | (trống)",
        right: "UBND thành phố Hà Nội | 54,64 | 11,28 | 14,73",
        mend: "Điền khi nguồn công bố. Không tự tính từ tổng điểm.",
    },
    en: Words {
        title: "Unit without group scores",
        meaning: "Other units have scores by group, this one only a total. Empty cells are shown as not published.",
        why: "Readers must know that the source has none, and that it is no zero.",
        wrong: "UBND thành phố Hà Nội | 55.23 | (empty)",
        right: "UBND thành phố Hà Nội | 54.64 | 11.28 | 14.73",
        mend: "Fill them in once they are published. Never work them out from the total.",
    },
};

pub(super) const CK0517: Bilingual = Bilingual {
    vi: Words {
        title: "Tệp mô tả chỉ số không dùng được",
        meaning: "Tệp mô tả một bộ chỉ số sai cú pháp, có mục lạ, hoặc kế thừa một chỉ số không tồn tại.",
        why: "Điểm tối đa và cách tính lấy từ tệp này, nên sai thì không công bố gì.",
        wrong: "extends = \"767\"",
        right: "extends = \"766\"",
        mend: "Sửa chỗ được nêu. Tệp chỉ cần ghi những gì khác với chỉ số được kế thừa.",
    },
    en: Words {
        title: "File of an index that cannot be used",
        meaning: "The file that describes an index is no valid TOML, has unknown keys, or extends an index that does \
            not exist.",
        why: "Maxima and method come from this file, so nothing is published while it is wrong.",
        wrong: "extends = \"767\"",
        right: "extends = \"766\"",
        mend: "Correct what is named. The file only has to say what differs from the index it extends.",
    },
};

pub(super) const CK0518: Bilingual = Bilingual {
    vi: Words {
        title: "Hạng công bố khác hạng theo điểm",
        meaning: "Thứ hạng trong nguồn không khớp với thứ tự của điểm. Đơn vị đồng điểm có cùng hạng: 1, 2, 2, 4.",
        why: "Một trong hai con số sai, và cả hai đều sẽ được trích dẫn.",
        wrong: "Hạng 3 | 66,70, trong khi chỉ một đơn vị cao điểm hơn",
        right: "Hạng 2 | 66,70",
        mend: "Đối chiếu bảng đã công bố. Trang giữ hạng của nguồn và ghi chú bên cạnh.",
    },
    en: Words {
        title: "Rank that contradicts the scores",
        meaning: "The published rank does not follow the order of the scores. Units with equal scores share a rank: \
            1, 2, 2, 4.",
        why: "One of the two figures is wrong, and both will be quoted.",
        wrong: "Rank 3 | 66.70, though only one unit scores higher",
        right: "Rank 2 | 66.70",
        mend: "Check the published table. The page keeps the rank of the source and says so beside it.",
    },
};

pub(super) const CK0519: Bilingual = Bilingual {
    vi: Words {
        title: "Tổng các nhóm khác tổng điểm",
        meaning: "Cộng điểm các nhóm không ra tổng điểm, kể cả khi tính đến làm tròn. Trang để nguyên cả hai.",
        why: "Người đọc cộng lại được, nên phải nói trước chỗ không khớp.",
        wrong: "12 + 16 + 9 = 38",
        right: "12 + 16 + 9 = 37",
        mend: "Đối chiếu bảng đã công bố; không sửa cho khớp.",
    },
    en: Words {
        title: "Groups that do not add up",
        meaning: "The group scores do not add up to the total, even with allowance for rounding. The page shows both \
            as they are.",
        why: "Readers can add, so the page has to say it first.",
        wrong: "12 + 16 + 9 = 38",
        right: "12 + 16 + 9 = 37",
        mend: "Check the published table. Do not make the figures fit.",
    },
};

pub(super) const CK0520: Bilingual = Bilingual {
    vi: Words {
        title: "Một đơn vị có hai dòng trong một kỳ",
        meaning: "Cùng một đơn vị xuất hiện hai lần trong một kỳ của chỉ số. Chỉ dòng đầu được xếp hạng.",
        why: "Một đơn vị không thể có hai điểm trong cùng một bảng.",
        wrong: "Hải Phòng | 91,87\nTP. Hải Phòng | 91,78",
        right: "Hải Phòng | 91,87",
        mend: "Giữ dòng đúng với nguồn và xóa dòng kia.",
    },
    en: Words {
        title: "Unit twice in one edition",
        meaning: "One unit stands twice in one edition of the index. Only the first row is ranked.",
        why: "A unit cannot have two scores in one table.",
        wrong: "Hải Phòng | 91.87\nTP. Hải Phòng | 91.78",
        right: "Hải Phòng | 91.87",
        mend: "Keep the row that agrees with the source and delete the other.",
    },
};

pub(super) const CK0521: Bilingual = Bilingual {
    vi: Words {
        title: "Kỳ nằm ngoài thời gian áp dụng",
        meaning: "Mô tả của chỉ số không có bộ tiêu chí nào cho thời gian này. Điểm vẫn hiện, không có điểm tối đa.",
        why: "Điểm của hai bộ tiêu chí khác nhau không so sánh được với nhau.",
        wrong: "766, năm 2019",
        right: "766, năm 2023",
        mend: "Kiểm tra năm. Nếu đúng, bổ sung bộ tiêu chí của thời gian đó vào tệp mô tả chỉ số.",
    },
    en: Words {
        title: "Edition outside the time of the index",
        meaning: "The index has no set of criteria for this time. The scores are shown, without maxima.",
        why: "Scores under different criteria cannot be compared.",
        wrong: "766, year 2019",
        right: "766, year 2023",
        mend: "Check the year. If it is right, add the set of criteria of that time to the file of the index.",
    },
};

pub(super) const CK0522: Bilingual = Bilingual {
    vi: Words {
        title: "Đơn vị không tồn tại vào thời gian đó",
        meaning: "Đơn vị đã kết thúc hoạt động hoặc chưa được lập vào ngày của kỳ. Từ ngày 01/7/2025 cả nước có 34 \
            tỉnh, thành phố và không còn cấp huyện.",
        why: "Gán số liệu mới cho đơn vị cũ làm sai chuỗi số liệu của cả hai.",
        wrong: "Hải Dương, ngày 10/10/2026",
        right: "Hải Phòng, ngày 10/10/2026",
        mend: "Ghi tên đơn vị sau sáp nhập, hoặc sửa lại kỳ.",
    },
    en: Words {
        title: "Unit that did not exist at the time",
        meaning: "The unit had ended, or was not yet there, on the day of the edition. Since 1 July 2025 there are \
            34 provinces and no districts.",
        why: "New figures under an old name falsify both series.",
        wrong: "Hải Dương, 10 October 2026",
        right: "Hải Phòng, 10 October 2026",
        mend: "Name the unit that took over, or correct the edition.",
    },
};

pub(super) const CK0523: Bilingual = Bilingual {
    vi: Words {
        title: "Bảng chưa đầy đủ",
        meaning: "Bảng chỉ có một phần các đơn vị được xếp hạng. Trang ghi rõ có bao nhiêu trên tổng số và không tự \
            xếp hạng.",
        why: "Đứng đầu một bảng thiếu không có nghĩa là đứng đầu cả nước.",
        wrong: "21 dòng của năm có 63 tỉnh, thành phố",
        right: "63 dòng",
        mend: "Không bắt buộc sửa. Có thêm số liệu thì bổ sung dòng.",
    },
    en: Words {
        title: "Partial table",
        meaning: "The table holds only some of the units that were ranked. The page says how many and computes no \
            ranks.",
        why: "The first of a partial table need not be the first of the country.",
        wrong: "21 rows for a year with 63 provinces",
        right: "63 rows",
        mend: "Nothing has to be mended. Add rows when more figures are known.",
    },
};

pub(super) const CK0524: Bilingual = Bilingual {
    vi: Words {
        title: "Nhiều đơn vị hơn số được xếp hạng",
        meaning: "Số đơn vị trong bảng lớn hơn số đơn vị của cấp đó vào kỳ này.",
        why: "Có thể có dòng thừa hoặc dòng tổng lẫn trong bảng, và mọi thứ hạng sau đó đều lệch.",
        wrong: "64 dòng của năm có 63 tỉnh, thành phố",
        right: "63 dòng",
        mend: "Tìm và xóa dòng thừa, hoặc sửa số đơn vị trong tệp mô tả chỉ số.",
    },
    en: Words {
        title: "More units than were ranked",
        meaning: "The table holds more units than the level had at this edition.",
        why: "A row too many, or a row of totals, shifts all ranks after it.",
        wrong: "64 rows for a year with 63 provinces",
        right: "63 rows",
        mend: "Find and delete the row, or correct the number of units in the file of the index.",
    },
};
