//! What the codes about processing reports mean.

use super::{Bilingual, Words};

pub(super) const CK0423: Bilingual = Bilingual {
    vi: Words {
        title: "Số hồ sơ không phải số nguyên",
        meaning: "Ô này phải là số hồ sơ, nhưng chứa chữ hoặc số lẻ. Trang hiện nguyên văn và không tính ô này vào tỷ lệ nào.",
        why: "Bảng tính cài tiếng Anh hiểu 1.234 là một phẩy hai ba bốn; đoán sai thì số hồ sơ lệch một nghìn lần.",
        wrong: "Tổng số: 1,234 (ô kiểu số lẻ)",
        right: "Tổng số: 1234 (ô kiểu số nguyên)",
        mend: "Gõ lại số không có dấu chấm, dấu phẩy. Không có số liệu thì để trống; không phát sinh thì ghi 0.",
    },
    en: Words {
        title: "A number of dossiers that is not whole",
        meaning: "The cell should be a number of dossiers, but holds words or decimals. The page shows it as it is, and no rate uses it.",
        why: "A spreadsheet set to English takes 1.234 for one point two; a wrong guess is wrong by a factor of a thousand.",
        wrong: "Tổng số: 1,234 (a cell with decimals)",
        right: "Tổng số: 1234 (a whole number)",
        mend: "Type the number again without points and commas. Leave the cell empty where nothing is known, and write 0 where nothing arose.",
    },
};

pub(super) const CK0424: Bilingual = Bilingual {
    vi: Words {
        title: "Không đọc được kỳ báo cáo",
        meaning: "Không rõ số liệu thuộc tháng, quý, năm nào hay từ ngày nào đến ngày nào. Trang ghi nguyên văn.",
        why: "Số liệu không rõ kỳ thì không so sánh được với kỳ khác và nhà báo không trích dẫn được.",
        wrong: "Kỳ báo cáo: lũy kế",
        right: "Kỳ báo cáo: Quý III năm 2026 (Từ ngày 01/7/2026 đến ngày 30/9/2026)",
        mend: "Ghi kỳ bằng chữ như trên, hoặc điền hai cột Từ ngày và Đến ngày. Ô kiểu ngày như 01/3/2026 cần gõ lại thành Tháng 3/2026.",
    },
    en: Words {
        title: "Reporting period that cannot be read",
        meaning: "It is not clear to which month, quarter, year or days the figures belong. The page shows the words as they are.",
        why: "Figures without a period cannot be compared with another one, and nobody can cite them.",
        wrong: "Kỳ báo cáo: lũy kế",
        right: "Kỳ báo cáo: Quý III năm 2026 (Từ ngày 01/7/2026 đến ngày 30/9/2026)",
        mend: "Write the period in words as above, or fill in the first and the last day. A date such as 01/3/2026 should be typed as Tháng 3/2026.",
    },
};

pub(super) const CK0425: Bilingual = Bilingual {
    vi: Words {
        title: "Bộ phận lớn hơn tổng",
        meaning: "Một số hồ sơ lớn hơn số mà nó phải nằm trong, ví dụ đúng hạn nhiều hơn tiếp nhận. Có khi là do hồ sơ kỳ trước chuyển sang.",
        why: "Tỷ lệ tính từ hai số này sẽ vượt 100%, người đọc không biết tin số nào.",
        wrong: "Tiếp nhận 19.630, đúng hạn và quá hạn 19.944",
        right: "Tiếp nhận 19.630, từ kỳ trước 2.171, đúng hạn và quá hạn 19.944",
        mend: "Đối chiếu báo cáo gốc và ghi thêm số từ kỳ trước chuyển sang. Trang hiện cả hai số kèm lời báo, không tự sửa.",
    },
    en: Words {
        title: "A part larger than its whole",
        meaning: "A count is larger than the one it must lie within, such as more dossiers on time than received. Sometimes those carried over explain it.",
        why: "A rate of the two would pass 100%, and readers could not know which number to trust.",
        wrong: "Received 19,630, on time and late 19,944",
        right: "Received 19,630, carried over 2,171, on time and late 19,944",
        mend: "Compare with the original report and add what was carried over. The page shows both numbers with a remark and corrects nothing.",
    },
};

pub(super) const CK0426: Bilingual = Bilingual {
    vi: Words {
        title: "Các số không cộng đúng tổng",
        meaning: "Các cột thành phần cộng lại khác cột tổng của chính dòng đó: cột 3 với 4, 5, 6; cột 7 với 8, 9, 10; cột 11 với 12, 13; cột 3 với 7, 11.",
        why: "Một trong các số chắc chắn sai, mà tỷ lệ công bố phụ thuộc vào số nào được chọn.",
        wrong: "Đã giải quyết 257.141 = 124.907 + 102.770 + 19.852",
        right: "Đã giải quyết 247.529 = 124.907 + 102.770 + 19.852",
        mend: "Đối chiếu báo cáo gốc rồi sửa cột sai. Trang hiện nguyên số của nguồn, có ghi chú bên cạnh.",
    },
    en: Words {
        title: "Counts that do not add up",
        meaning: "The parts of a row do not give its own total: column 3 of 4, 5 and 6; 7 of 8, 9 and 10; 11 of 12 and 13; 3 of 7 and 11.",
        why: "One of the numbers must be wrong, and the published rate depends on which is used.",
        wrong: "Resolved 257,141 = 124,907 + 102,770 + 19,852",
        right: "Resolved 247,529 = 124,907 + 102,770 + 19,852",
        mend: "Compare with the original report and correct the wrong column. The page shows the source's figures with a remark beside them.",
    },
};

pub(super) const CK0427: Bilingual = Bilingual {
    vi: Words {
        title: "Hồ sơ tiếp nhận không rõ kết quả",
        meaning: "Nguồn chỉ công bố tiếp nhận, đúng hạn và quá hạn; đúng hạn cộng quá hạn ít hơn tiếp nhận, và không có số đang giải quyết.",
        why: "Phần còn lại có thể đang giải quyết, cũng có thể đã quá hạn. Ghi quá hạn là 0 khi đó dễ gây hiểu nhầm.",
        wrong: "Tiếp nhận 443.565, đúng hạn 393.087, quá hạn 0",
        right: "Tiếp nhận 443.565, đúng hạn 393.087, quá hạn 0, đang giải quyết 50.478",
        mend: "Bổ sung số hồ sơ đang giải quyết. Nếu nguồn không có thì để nguyên; trang nói rõ còn bao nhiêu hồ sơ.",
    },
    en: Words {
        title: "Dossiers received without an outcome",
        meaning: "Only those received, on time and late are published; on time and late are fewer than received, and none is said to be pending.",
        why: "The rest may be pending, or late. To print 0 late then misleads readers.",
        wrong: "Received 443,565, on time 393,087, late 0",
        right: "Received 443,565, on time 393,087, late 0, pending 50,478",
        mend: "Add the number pending. Where the source has none, leave it; the page says how many dossiers remain.",
    },
};

pub(super) const CK0428: Bilingual = Bilingual {
    vi: Words {
        title: "Tỷ lệ của nguồn không khớp số liệu",
        meaning: "Nguồn ghi sẵn tỷ lệ đúng hạn, nhưng không cách tính nào trong ba cách ra đúng tỷ lệ đó.",
        why: "Ba cách tính cho ba con số khác nhau; tỷ lệ không rõ cách tính thì không so sánh được với mục tiêu.",
        wrong: "Đã giải quyết 200, đúng hạn 190, tỷ lệ 98%",
        right: "Đã giải quyết 200, đúng hạn 190, tỷ lệ 95%",
        mend: "Kiểm tra lại số liệu hoặc tỷ lệ. Nên bỏ cột tỷ lệ: trang tự tính và ghi rõ cách tính.",
    },
    en: Words {
        title: "Printed rate that the counts do not give",
        meaning: "The source prints a rate on time, but none of the three definitions gives it.",
        why: "The definitions give different numbers; a rate without its definition cannot be held against a target.",
        wrong: "Resolved 200, on time 190, rate 98%",
        right: "Resolved 200, on time 190, rate 95%",
        mend: "Check the counts or the rate. Better leave the column out: the page computes rates and names the definition.",
    },
};

pub(super) const CK0429: Bilingual = Bilingual {
    vi: Words {
        title: "Tỷ lệ phần trăm không đọc được",
        meaning: "Ô tỷ lệ chứa chữ hoặc một số ngoài khoảng 0 đến 100. Trang hiện nguyên văn.",
        why: "Chương trình không kiểm tra được tỷ lệ này với số liệu cùng dòng.",
        wrong: "98,6 phần nghìn",
        right: "98,6%",
        mend: "Ghi số và dấu phần trăm, hoặc để trống cột này.",
    },
    en: Words {
        title: "Percentage that cannot be read",
        meaning: "The cell holds words, or a number outside 0 to 100. The page shows it as it is.",
        why: "The program cannot hold this rate against the counts of its row.",
        wrong: "98,6 phần nghìn",
        right: "98,6%",
        mend: "Write the number and the percent sign, or leave the column empty.",
    },
};

pub(super) const CK0512: Bilingual = Bilingual {
    vi: Words {
        title: "Dòng tổng khác tổng các dòng",
        meaning: "Dòng tổng cộng, hoặc dòng đầu mục có số, không bằng tổng các dòng của nó.",
        why: "Người đọc lấy dòng tổng để trích dẫn; nếu sai thì mọi tỷ lệ của kỳ đều sai theo.",
        wrong: "Hộ tịch 40, Chứng thực 58, Tổng cộng 100",
        right: "Hộ tịch 40, Chứng thực 58, Tổng cộng 98",
        mend: "Cộng lại các dòng. Nếu thiếu một dòng thì bổ sung; nếu dòng tổng sai thì sửa.",
    },
    en: Words {
        title: "Total row differs from the sum of rows",
        meaning: "A total row, or a heading with figures, is not the sum of its rows.",
        why: "Readers cite the total; where it is wrong, every rate of the period is wrong with it.",
        wrong: "Hộ tịch 40, Chứng thực 58, Tổng cộng 100",
        right: "Hộ tịch 40, Chứng thực 58, Tổng cộng 98",
        mend: "Add the rows up again. Add the row that is missing, or correct the total.",
    },
};

pub(super) const CK0513: Bilingual = Bilingual {
    vi: Words {
        title: "Hồ sơ chuyển kỳ khác cuối kỳ trước",
        meaning: "Số từ kỳ trước chuyển sang phải bằng số đang giải quyết cuối kỳ trước, nhưng hai báo cáo ghi khác nhau.",
        why: "Hồ sơ đang chờ không tự mất đi giữa hai kỳ; chênh lệch là dấu hiệu một báo cáo sai.",
        wrong: "Quý I: đang giải quyết 13\nQuý II: từ kỳ trước 12",
        right: "Quý I: đang giải quyết 13\nQuý II: từ kỳ trước 13",
        mend: "Đối chiếu hai báo cáo. Nếu kỳ trước đã đính chính, thay tệp của kỳ trước bằng bản mới.",
    },
    en: Words {
        title: "Carried over differs from what was pending",
        meaning: "What is carried over must be what was pending at the end of the period before, but the two reports differ.",
        why: "Waiting dossiers do not vanish between two periods; a difference says that one report is wrong.",
        wrong: "Quý I: đang giải quyết 13\nQuý II: từ kỳ trước 12",
        right: "Quý I: đang giải quyết 13\nQuý II: từ kỳ trước 13",
        mend: "Compare the two reports. Where the earlier one was corrected, replace its file by the correction.",
    },
};

pub(super) const CK0514: Bilingual = Bilingual {
    vi: Words {
        title: "Một kỳ có hai báo cáo",
        meaning: "Cùng một đơn vị và một kỳ có số liệu ở hai nơi. Trang hiện cả hai.",
        why: "Hai con số cho cùng một việc làm người đọc không biết số nào là bản đính chính.",
        wrong: "quy-3.xlsx và quy-3-sua.xlsx đều là Quý III năm 2026",
        right: "quy-3.xlsx là Quý III năm 2026",
        mend: "Chỉ để lại báo cáo đúng trong thư mục. Nếu là đính chính, ghi điều đó ở cột ghi chú.",
    },
    en: Words {
        title: "Two reports of one period",
        meaning: "One unit has figures of one period in two places. The page shows both.",
        why: "With two numbers for one thing readers cannot know which is the correction.",
        wrong: "quy-3.xlsx and quy-3-sua.xlsx are both Quý III năm 2026",
        right: "quy-3.xlsx is Quý III năm 2026",
        mend: "Leave only the right report in the folder. Where it is a correction, say so in its note.",
    },
};

pub(super) const CK0515: Bilingual = Bilingual {
    vi: Words {
        title: "Hai cách tính tổng tiếp nhận trong một báo cáo",
        meaning: "Có dòng tính hồ sơ kỳ trước chuyển sang vào tổng tiếp nhận, có dòng không.",
        why: "Khi đó dòng tổng cộng không so sánh được với từng dòng, và tỷ lệ trên tiếp nhận bị lệch.",
        wrong: "Hộ tịch: 10 = 8 + 1 + 1\nChứng thực: 9 = 8 + 1, từ kỳ trước 1",
        right: "Hộ tịch: 10 = 8 + 1 + 1\nChứng thực: 10 = 8 + 1 + 1",
        mend: "Chọn một cách cho cả báo cáo và các kỳ sau. Trang ghi rõ báo cáo theo cách nào.",
    },
    en: Words {
        title: "Two ways to count those received in one report",
        meaning: "Some rows count dossiers carried over among those received, others do not.",
        why: "The total then cannot be compared with its rows, and rates of those received are distorted.",
        wrong: "Hộ tịch: 10 = 8 + 1 + 1\nChứng thực: 9 = 8 + 1, carried over 1",
        right: "Hộ tịch: 10 = 8 + 1 + 1\nChứng thực: 10 = 8 + 1 + 1",
        mend: "Choose one way for the whole report and those that follow. The page says which way a report uses.",
    },
};

pub(super) const CK0516: Bilingual = Bilingual {
    vi: Words {
        title: "Tên kỳ và các ngày không khớp",
        meaning: "Báo cáo ghi tên kỳ, ví dụ Quý III, nhưng các ngày từ, đến lệch hơn một tháng so với kỳ đó.",
        why: "Thường do chép tệp của kỳ trước mà quên sửa ngày; số liệu có thể bị xếp nhầm kỳ.",
        wrong: "Quý III năm 2026 (Từ ngày 01/4/2026 đến ngày 30/6/2026)",
        right: "Quý III năm 2026 (Từ ngày 01/7/2026 đến ngày 30/9/2026)",
        mend: "Sửa tên kỳ hoặc hai ngày. Kỳ tính từ ngày 15 tháng trước là bình thường và không bị báo.",
    },
    en: Words {
        title: "Name and days of a period disagree",
        meaning: "The report names a period, such as Quý III, but its days lie more than a month away from it.",
        why: "Often the file of the period before was copied and its days were forgotten; the figures may stand under the wrong period.",
        wrong: "Quý III năm 2026 (Từ ngày 01/4/2026 đến ngày 30/6/2026)",
        right: "Quý III năm 2026 (Từ ngày 01/7/2026 đến ngày 30/9/2026)",
        mend: "Correct the name or the two days. A period from the 15th of the month before is usual and not reported.",
    },
};
