<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="fa">
<context>
    <name>AccountingPanel</name>
    <message>
        <source>مرکز جمع‌ها را ننوشته است؛ جمع از ردیف‌ها حساب شد.</source>
        <translation>The centre wrote no sums; they are computed from the lines.</translation>
    </message>
    <message>
        <source>جمع نوشته مرکز با ردیف‌ها می‌خواند.</source>
        <translation>The centre&apos;s sums fit its lines.</translation>
    </message>
    <message>
        <source>جمع نوشته مرکز با ردیف‌ها نمی‌خواند؛ پرداخت از ردیف‌هاست.</source>
        <translation>The centre&apos;s sums do not fit its lines; the lines are what is paid.</translation>
    </message>
    <message>
        <source>امضای فنی باطل است؛ سند را برای امضای دوباره بفرستید.</source>
        <translation>The technical signature is void; send the claim to be signed anew.</translation>
    </message>
    <message>
        <source>{count} ردیف تصحیح شده است؛ سند باید پیش از بستن دوباره امضای فنی شود.</source>
        <translation>Lines corrected: {count}; the claim needs a new technical signature before it is closed.</translation>
    </message>
</context>
<context>
    <name>AccountingPass</name>
    <message>
        <source>امضای حسابداری</source>
        <translation>Sign the accounts</translation>
    </message>
    <message>
        <source>امضا و سند بعد</source>
        <translation>Sign and next claim</translation>
    </message>
    <message>
        <source>فرستادن برای امضای دوباره</source>
        <translation>Send to be signed anew</translation>
    </message>
    <message>
        <source>برگرداندن تصحیح</source>
        <translation>Undo the correction</translation>
    </message>
    <message>
        <source>بازگرداندن به رسیدگی</source>
        <translation>Send back to review</translation>
    </message>
    <message>
        <source>امضای بقیه درخواست</source>
        <translation>Sign the rest of the submission</translation>
    </message>
    <message>
        <source>صورت سند را ببینید و سپس F9 را بزنید.</source>
        <translation>Look at the bill first, then press F9.</translation>
    </message>
    <message>
        <source>برگ رسیدگی امضا می‌شود…</source>
        <translation>Signing the assessment sheet…</translation>
    </message>
    <message>
        <source>برگ با امضای حسابداری بسته شد؛ برای دیدن و چاپ F10 را بزنید.</source>
        <translation>The accountant&apos;s signature closed the claim; press F10 to see and print the sheet.</translation>
    </message>
    <message>
        <source>سند برای امضای دوباره به سر صف کارشناس رفت.</source>
        <translation>The claim went to the head of the reviewer&apos;s queue, to be signed anew.</translation>
    </message>
    <message>
        <source>تصحیح با قلم قرمز ثبت شد؛ پس از آخرین تصحیح F9 را بزنید.</source>
        <translation>Corrected in red; press F9 after the last correction.</translation>
    </message>
    <message>
        <source>تصحیح برگردانده شد.</source>
        <translation>The correction was undone.</translation>
    </message>
    <message>
        <source>چرا سند به رسیدگی بازمی‌گردد؟</source>
        <translation>Why does the claim go back to review?</translation>
    </message>
    <message>
        <source>سند با یادداشت شما به رسیدگی بازگشت و امضای آن باطل شد.</source>
        <translation>The claim went back to review with your note, and its signature is void.</translation>
    </message>
    <message>
        <source>{told} این آخرین سند صف بود.</source>
        <translation>{told} This was the last claim of the queue.</translation>
    </message>
    <message>
        <source>{count} سند با امضای حسابداری بسته شد.</source>
        <translation>Claims closed with the accountant&apos;s signature: {count}.</translation>
    </message>
    <message>
        <source>{text} {count} سند امضا نشد؛ نخستین آن‌ها {number}: {why}</source>
        <translation>{text} Claims not signed: {count}; the first of them {number}: {why}</translation>
    </message>
    <message>
        <source>امضای بقیه متوقف شد؛ هر سندی که امضا شد بسته است.</source>
        <translation>Signing the rest was stopped; every claim that was signed is closed.</translation>
    </message>
</context>
<context>
    <name>AmountEditor</name>
    <message>
        <source>این مبلغ با نظر سامانه فرق دارد؛ علت آن را بنویسید یا برگزینید.</source>
        <translation>This amount differs from the system&apos;s; write or choose the reason.</translation>
    </message>
    <message>
        <source>مبلغ را به ریال بنویسید؛ برای حذف ردیف، صفر بنویسید.</source>
        <translation>Write the amount in rials; write zero to reject the line.</translation>
    </message>
    <message>
        <source>مبلغی را که پس از کسر می‌ماند بنویسید؛ کمتر از {stands} ریال، و برای حذف ردیف صفر.</source>
        <translation>Write the amount that is left: less than {stands} rials, or zero to reject the line.</translation>
    </message>
    <message>
        <source>از مبلغ درخواستی ({claimed} ریال) بیشتر نمی‌شود؛ مبلغ را کمتر کنید.</source>
        <translation>It can&apos;t be more than the claimed amount ({claimed} rials); write a smaller one.</translation>
    </message>
    <message>
        <source>کسر با این بند علت می‌خواهد؛ علت آن را بنویسید یا برگزینید.</source>
        <translation>A deduction by this clause needs a reason; write or choose one.</translation>
    </message>
    <message>
        <source>تصحیح حسابداری علت می‌خواهد؛ علت آن را بنویسید یا برگزینید.</source>
        <translation>A correction of the accounts needs a reason; write or choose it.</translation>
    </message>
    <message>
        <source>{deducted} ریال کسر می‌شود؛ علت را بنویسید.</source>
        <translation>{deducted} rials are deducted; write the reason.</translation>
    </message>
    <message>
        <source>همان نظر سامانه است؛ علت لازم نیست.</source>
        <translation>The same as the system&apos;s; no reason is needed.</translation>
    </message>
    <message>
        <source>نظر سامانه {engine} ریال است؛ علت را بنویسید.</source>
        <translation>The system says {engine} rials; write the reason.</translation>
    </message>
    <message>
        <source>نظر سامانه {engine} ریال است؛ علت را بنویسید. پرداخت بیش از آن تأیید ناظر می‌خواهد.</source>
        <translation>The system says {engine} rials; write the reason. Paying more than that needs the supervisor&apos;s approval.</translation>
    </message>
    <message>
        <source>همین مبلغ اکنون بر ردیف است.</source>
        <translation>This amount stands on the line already.</translation>
    </message>
    <message>
        <source>اکنون {stands} ریال است ({difference}). تصحیح، امضای فنی را باطل می‌کند؛ علت را بنویسید.</source>
        <translation>Now {stands} rials ({difference}). A correction voids the technical signature; write the reason.</translation>
    </message>
</context>
<context>
    <name>AnswerChips</name>
    <message>
        <source>و {count} پاسخ دیگر</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>{count} پاسخ</source>
        <translation>Answers: {count}</translation>
    </message>
</context>
<context>
    <name>AnswersStrip</name>
    <message>
        <source>ضابطه</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>{place} از {all}</source>
        <translation>{place} of {all}</translation>
    </message>
    <message>
        <source>پرسشی نمانده است</source>
        <translation>No question is left</translation>
    </message>
    <message>
        <source>آنچه ضابطه‌ها از روی سند می‌خواستند پاسخ دارد.</source>
        <translation>Everything the rules asked of the paper is answered.</translation>
    </message>
    <message>
        <source>کل سند</source>
        <translation>Whole claim</translation>
    </message>
    <message>
        <source>ردیف {no}، {title}</source>
        <translation>Line {no}, {title}</translation>
    </message>
    <message>
        <source>{label}؟</source>
        <translation>{label}?</translation>
    </message>
    <message>
        <source>پاسخ آن در سند نیست: مبلغ ردیف را با F2 تعیین کنید یا سند را به مرکز برگردانید.</source>
        <translation>The claim doesn&apos;t hold the answer: set the line&apos;s amount with F2, or return the claim to the centre.</translation>
    </message>
    <message>
        <source>{wording} (ضابطه {rule})</source>
        <translation>{wording} (rule {rule})</translation>
    </message>
</context>
<context>
    <name>AreaChoice</name>
    <message>
        <source>حوزه</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>همه حوزه‌ها</source>
        <translation>All areas</translation>
    </message>
</context>
<context>
    <name>AssignCard</name>
    <message>
        <source>کارشناسی را از فهرست برگزینید.</source>
        <translation>Choose a reviewer from the list.</translation>
    </message>
    <message>
        <source>چند حرف از نام کارشناس</source>
        <translation>A few letters of the reviewer&apos;s name</translation>
    </message>
    <message>
        <source>واگذاری</source>
        <translation>Assign</translation>
    </message>
</context>
<context>
    <name>AwayPass</name>
    <message>
        <source>برگشت به مرکز</source>
        <translation>Returned to the centre</translation>
    </message>
    <message>
        <source>ارجاع به نظارت</source>
        <translation>Refer to supervision</translation>
    </message>
    <message>
        <source>بازگرداندن به رسیدگی</source>
        <translation>Sent back to review</translation>
    </message>
    <message>
        <source>برای چه سند به مرکز برمی‌گردد؟</source>
        <translation>For what does the claim go back to the centre?</translation>
    </message>
    <message>
        <source>برای چه سند به اداره نظارت ارجاع می‌شود؟</source>
        <translation>For what is the claim referred to the supervision office?</translation>
    </message>
    <message>
        <source>سند با چه چیزی به رسیدگی بازمی‌گردد؟</source>
        <translation>With what does the claim come back into review?</translation>
    </message>
    <message>
        <source>سند به مرکز برگشت داده شد.</source>
        <translation>The claim was returned to the centre.</translation>
    </message>
    <message>
        <source>سند به اداره نظارت ارجاع شد.</source>
        <translation>The claim was referred to the supervision office.</translation>
    </message>
    <message>
        <source>سند به رسیدگی بازگشت.</source>
        <translation>The claim came back into review.</translation>
    </message>
    <message>
        <source>{name}، {moment}: {reason}</source>
        <translation>{name}, {moment}: {reason}</translation>
    </message>
</context>
<context>
    <name>BandView</name>
    <message>
        <source>نمودار زمان</source>
        <translation>Time line</translation>
    </message>
</context>
<context>
    <name>BatchPage</name>
    <message>
        <source>انجام</source>
        <translation>Do it</translation>
    </message>
    <message>
        <source>انصراف</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>سندهای درخواست دیده می‌شود…</source>
        <translation>Looking at the claims of the submission…</translation>
    </message>
    <message>
        <source>ثبت می‌شود؛ تا پایان، Esc همه را پس می‌گیرد.</source>
        <translation>Being recorded; until it is done, Esc takes all of it back.</translation>
    </message>
    <message>
        <source>انجام شد؛ آنچه در این میان تغییر کرده بود کنار ماند</source>
        <translation>Done; what had changed meanwhile was left out</translation>
    </message>
    <message>
        <source>لغو می‌شود…</source>
        <translation>Cancelling…</translation>
    </message>
    <message>
        <source>پذیرش باقی صورت‌حساب</source>
        <translation>Accept the rest of the bill</translation>
    </message>
    <message>
        <source>برگرداندن کار دسته‌ای</source>
        <translation>Take a batch back</translation>
    </message>
    <message>
        <source>پذیرش یافته {rule} در همه درخواست</source>
        <translation>Uphold finding {rule} in the whole submission</translation>
    </message>
    <message>
        <source>چشم‌پوشی از یافته {rule} در همه درخواست: {reason}</source>
        <translation>Waive finding {rule} in the whole submission: {reason}</translation>
    </message>
    <message>
        <source>همین مبلغ برای یافته {rule} در همه درخواست: {reason}</source>
        <translation>The same amount for finding {rule} in the whole submission: {reason}</translation>
    </message>
    <message>
        <source>{lines} نظر در {claims} سند — مبلغ تأییدشده از {before} به {after} ریال ({difference})</source>
        <translation>{lines} decisions on {claims} claims — approved from {before} to {after} rials ({difference})</translation>
    </message>
    <message>
        <source>همه یافته‌های این صورت‌حساب نظر دارند؛ چیزی برای پذیرش نمانده است.</source>
        <translation>Every finding of this bill has a decision; nothing is left to accept.</translation>
    </message>
    <message>
        <source>از این کار چیزی نمانده است که بتوان برگرداند.</source>
        <translation>Nothing of this batch is left that could be taken back.</translation>
    </message>
    <message>
        <source>در سندهای باز این درخواست یافته همانندی بی‌نظر نمانده است.</source>
        <translation>No like finding without a decision is left in the open claims of this submission.</translation>
    </message>
    <message>
        <source>و {count} مورد دیگر</source>
        <translation>and {count} more</translation>
    </message>
    <message>
        <source>کنار می‌ماند:</source>
        <translation>Left out:</translation>
    </message>
    <message>
        <source>سند {number}: {why}</source>
        <translation>Claim {number}: {why}</translation>
    </message>
    <message>
        <source>سند {number}، ردیف {line}: {why}</source>
        <translation>Claim {number}, line {line}: {why}</translation>
    </message>
</context>
<context>
    <name>BatchPass</name>
    <message>
        <source>پذیرش باقی صورت</source>
        <translation>Accept the rest</translation>
    </message>
    <message>
        <source>همین نظر در همه درخواست</source>
        <translation>Same in the submission</translation>
    </message>
    <message>
        <source>برگرداندن کار دسته‌ای</source>
        <translation>Take a batch back</translation>
    </message>
    <message>
        <source>پذیرش باقی صورت‌حساب</source>
        <translation>Accept the rest of the bill</translation>
    </message>
    <message>
        <source>یافته‌ای را برگزینید که درباره آن نظر داده‌اید.</source>
        <translation>Choose a finding on which you have decided.</translation>
    </message>
    <message>
        <source>{lines} نظر در {claims} سند برگردانده شد.</source>
        <translation>{lines} decisions on {claims} claims taken back.</translation>
    </message>
    <message>
        <source>{lines} نظر در {claims} سند ثبت شد؛ Ctrl+Shift+Z همه را برمی‌گرداند.</source>
        <translation>{lines} decisions on {claims} claims recorded; Ctrl+Shift+Z takes all of them back.</translation>
    </message>
</context>
<context>
    <name>BillOrStay</name>
    <message>
        <source>زمان‌ها و مدارک</source>
        <translation>Times and documents</translation>
    </message>
    <message>
        <source>صورت‌حساب</source>
        <translation>Bill</translation>
    </message>
    <message>
        <source>انتقال بیمار</source>
        <translation>Transfer of the patient</translation>
    </message>
</context>
<context>
    <name>BillTable</name>
    <message>
        <source>صورت سند</source>
        <translation>Bill</translation>
    </message>
</context>
<context>
    <name>ChartStack</name>
    <message>
        <source>میله‌های نمودار</source>
        <translation>Bars of the chart</translation>
    </message>
</context>
<context>
    <name>ChoiceCard</name>
    <message>
        <source>انصراف</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>برگزیدن</source>
        <translation>Choose</translation>
    </message>
</context>
<context>
    <name>ClaimChoice</name>
    <message>
        <source>سند بسته‌شده: شماره، بیمار یا مرکز</source>
        <translation>Closed claim: number, patient or centre</translation>
    </message>
    <message>
        <source>سندهای یافته</source>
        <translation>Claims found</translation>
    </message>
    <message>
        <source>سند بسته‌شده‌ای با این نشانی نیست.</source>
        <translation>No closed claim matches this.</translation>
    </message>
</context>
<context>
    <name>ClaimDesk</name>
    <message>
        <source>مشخصات بیمار و سند</source>
        <translation>Patient and document</translation>
    </message>
    <message>
        <source>سندی باز نیست</source>
        <translation>No claim is open</translation>
    </message>
    <message>
        <source>سندی را از صف برگزینید؛ صورت آن همین‌جا باز می‌شود.</source>
        <translation>Choose a claim from the queue; its bill opens here.</translation>
    </message>
    <message>
        <source>سند باز می‌شود…</source>
        <translation>Opening the claim…</translation>
    </message>
    <message>
        <source>ضابطه‌ها روی سند اجرا می‌شود.</source>
        <translation>The rules are being applied to the claim.</translation>
    </message>
    <message>
        <source>سندها در این سمت دیده نمی‌شود</source>
        <translation>This role sees no claims</translation>
    </message>
    <message>
        <source>پرونده بیماران را کارشناس رسیدگی، حسابداری و ناظر می‌بینند؛ کارهای مدیر دفتر در «کارها» است.</source>
        <translation>Patients&apos; documents are seen by reviewers, accountants and supervisors; the administrator&apos;s work is under “Actions”.</translation>
    </message>
    <message>
        <source>این سند باز نشد</source>
        <translation>This claim did not open</translation>
    </message>
    <message>
        <source>تعیین مبلغ</source>
        <translation>Set amount</translation>
    </message>
    <message>
        <source>پاسخ</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>پرسش بعد</source>
        <translation>Next question</translation>
    </message>
    <message>
        <source>پرسش پیش</source>
        <translation>Previous question</translation>
    </message>
    <message>
        <source>همه درست است</source>
        <translation>All in order</translation>
    </message>
    <message>
        <source>حساب مبلغ</source>
        <translation>Arithmetic</translation>
    </message>
    <message>
        <source>همه سرفصل‌ها</source>
        <translation>All headings</translation>
    </message>
    <message>
        <source>ردیف نشان‌دار بعد</source>
        <translation>Next marked line</translation>
    </message>
    <message>
        <source>ردیف نشان‌دار پیش</source>
        <translation>Previous marked line</translation>
    </message>
    <message>
        <source>برگرداندن</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>ClaimHeader</name>
    <message>
        <source>سند {number}</source>
        <translation>Claim {number}</translation>
    </message>
    <message>
        <source>ارقام آزمایشی</source>
        <translation>Trial figures</translation>
    </message>
    <message>
        <source>بهای این سند از بسته‌های غیررسمی است: {packs}</source>
        <translation>This claim is priced by unofficial packs: {packs}</translation>
    </message>
    <message>
        <source>سند بعدی همین بیمار پیش از این سند بسته شده است و همان‌گونه که امضا شده می‌ماند؛ با نتیجه کنونی این سند مبلغ آن فرق می‌کرد: {numbers}</source>
        <translation>A later claim of this patient was closed before this one and stays as it was signed; with this claim as it now stands its amount would have been another: {numbers}</translation>
    </message>
    <message>
        <source>سندهایی از همین درخواست هزینه با پاسخ دیگری امضا شده‌اند و همان‌گونه که امضا شده‌اند می‌مانند: {questions}</source>
        <translation>Claims of this submission were signed with another answer and stay as they were signed: {questions}</translation>
    </message>
    <message>
        <source>وضعیت برای بیمه‌شده: {status}</source>
        <translation>Status for the insured person: {status}</translation>
    </message>
    <message>
        <source>آنچه امضا شده برقرار است؛ ضوابط امروز برنامه همین مبلغ‌ها را با یافته‌های دیگری می‌دهند.</source>
        <translation>What was signed holds; the program&apos;s rules of today give the same amounts with other findings.</translation>
    </message>
    <message>
        <source>آنچه امضا شده برقرار است: {signed} ریال. ضوابط امروز برنامه نتیجه دیگری می‌دهند: {today} ریال.</source>
        <translation>What was signed holds: {signed} rials. The program&apos;s rules of today give another result: {today} rials.</translation>
    </message>
    <message>
        <source>امضای {signed} باطل است: {by} آن را در {since} باطل کرد. {why}</source>
        <translation>The signature of {signed} is void: {by} voided it at {since}. {why}</translation>
    </message>
    <message>
        <source>سن و جنس</source>
        <translation>Age and sex</translation>
    </message>
    <message>
        <source>بیماری خاص</source>
        <translation>Special illness</translation>
    </message>
    <message>
        <source>تجویزکننده</source>
        <translation>Prescriber</translation>
    </message>
    <message>
        <source>مرکز</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>ماه درخواست</source>
        <translation>Month of submission</translation>
    </message>
    <message>
        <source>بیمه‌گر و صندوق</source>
        <translation>Insurer and fund</translation>
    </message>
    <message>
        <source>تشخیص</source>
        <translation>Diagnosis</translation>
    </message>
    <message>
        <source>{illnesses} (پاسخ کارشناس)</source>
        <translation>{illnesses} (a reviewer's answer)</translation>
    </message>
    <message>
        <source>هیچ‌کدام</source>
        <translation>none</translation>
    </message>
    <message>
        <source>پذیرش و ترخیص</source>
        <translation>Admission and discharge</translation>
    </message>
    <message>
        <source>{first} تا {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>تاریخ خدمت</source>
        <translation>Day of service</translation>
    </message>
</context>
<context>
    <name>CleanLabel</name>
    <message>
        <source>رونوشت</source>
        <translation>Copy</translation>
    </message>
</context>
<context>
    <name>DecisionBox</name>
    <message>
        <source>علت: {reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>{author}، {at}</source>
        <translation>{author}, {at}</translation>
    </message>
    <message>
        <source>{who} — برگردانده شد</source>
        <translation>{who} — undone</translation>
    </message>
    <message>
        <source>نتیجه سامانه پس از آن تغییر کرده است؛ دوباره نظر دهید.</source>
        <translation>The system&apos;s result has changed since; decide again.</translation>
    </message>
</context>
<context>
    <name>DecisionsPage</name>
    <message>
        <source>هنوز کسی درباره این سند نظری نداده است.</source>
        <translation>Nobody has decided anything on this claim yet.</translation>
    </message>
</context>
<context>
    <name>DeparturePanel</name>
    <message>
        <source> و </source>
        <translation> and </translation>
    </message>
    <message>
        <source>{count} اختلاف با ضابطه: {sums} ریال</source>
        <translation>{count} departures from the rules: {sums} rials</translation>
    </message>
    <message>
        <source>ردیف</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>خدمت</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>سامانه</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>کارشناس</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>تفاوت</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>دلیل و بند</source>
        <translation>Reason and clause</translation>
    </message>
    <message>
        <source>نام</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>اختلاف‌های سند با ضابطه</source>
        <translation>Departures of the claim from the rules</translation>
    </message>
</context>
<context>
    <name>DeskPage</name>
    <message>
        <source>{count} سند وارد صف شد.</source>
        <translation>Claims added to the queue: {count}.</translation>
    </message>
    <message>
        <source>پهنای پیش‌فرض ستون‌ها</source>
        <translation>Default pane widths</translation>
    </message>
</context>
<context>
    <name>DocumentsPane</name>
    <message>
        <source>سندها</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>سندهای {bar}</source>
        <translation>Claims of {bar}</translation>
    </message>
</context>
<context>
    <name>DrawForm</name>
    <message>
        <source>بی‌تکرار: سندهای دیده‌شده در نمونه‌های پیشین نه</source>
        <translation>No repeats: leave out claims judged in earlier samples</translation>
    </message>
    <message>
        <source>اندازه نمونه را به رقم بنویسید.</source>
        <translation>Write the size of the sample in digits.</translation>
    </message>
    <message>
        <source>شماره قرعه را بنویسید.</source>
        <translation>Write the number of the lot.</translation>
    </message>
    <message>
        <source>از میان {count} سند که کسی در آن‌ها از ضابطه جدا نشده است</source>
        <translation>From among {count} claims on which nobody departed from the rules</translation>
    </message>
    <message>
        <source>؛ کسر {count} سند بر ضابطه‌ای با منبع مبهم استوار است</source>
        <translation>; the deductions of {count} rest on a rule with an ambiguous source</translation>
    </message>
    <message>
        <source>؛ {count} سند به مرز مبلغ می‌رسد و افزون بر اندازه نمونه دیده می‌شود</source>
        <translation>; {count} reach the limit and are looked at beyond the size of the sample</translation>
    </message>
    <message>
        <source>نمونه کشیده می‌شود…</source>
        <translation>Drawing the sample…</translation>
    </message>
    <message>
        <source>از آغاز</source>
        <translation>From the beginning</translation>
    </message>
    <message>
        <source>تا اکنون</source>
        <translation>Until now</translation>
    </message>
    <message>
        <source>همه مرکزها</source>
        <translation>All centres</translation>
    </message>
    <message>
        <source>همه درخواست‌ها</source>
        <translation>All submissions</translation>
    </message>
    <message>
        <source>شیوه</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>اندازه</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>شماره قرعه</source>
        <translation>Lot number</translation>
    </message>
    <message>
        <source>ضابطه با منبع مبهم</source>
        <translation>Ambiguous rules</translation>
    </message>
    <message>
        <source>از ماه</source>
        <translation>From month</translation>
    </message>
    <message>
        <source>تا ماه</source>
        <translation>To month</translation>
    </message>
    <message>
        <source>مرکز</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>درخواست هزینه</source>
        <translation>Submission</translation>
    </message>
    <message>
        <source>معمول میان سندهای</source>
        <translation>Usual among claims</translation>
    </message>
    <message>
        <source>سنجه</source>
        <translation>Measure</translation>
    </message>
    <message>
        <source>از این مبلغ به بالا همه</source>
        <translation>All from this amount on</translation>
    </message>
    <message>
        <source>با همین شماره از میان همان سندها همان نمونه بیرون می‌آید.</source>
        <translation>The same number draws the same sample from the same claims.</translation>
    </message>
    <message>
        <source>ریال</source>
        <translation>rials</translation>
    </message>
    <message>
        <source>نمونه بکش</source>
        <translation>Draw the sample</translation>
    </message>
    <message>
        <source>خانه بعد</source>
        <translation>Next field</translation>
    </message>
    <message>
        <source>برگزیدن</source>
        <translation>Choose</translation>
    </message>
</context>
<context>
    <name>EarlierCard</name>
    <message>
        <source>نسخه {version} (کنونی): {amount} ریال</source>
        <translation>Version {version} (now): {amount} rials</translation>
    </message>
    <message>
        <source>امضای {name}، {moment}</source>
        <translation>signed by {name}, {moment}</translation>
    </message>
    <message>
        <source>نسخه {version}: {amount} ریال</source>
        <translation>Version {version}: {amount} rials</translation>
    </message>
</context>
<context>
    <name>ElsewherePass</name>
    <message>
        <source>دوباره ببین</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>با بسته شدن آن، سند همین‌جا ویرایش‌پذیر می‌شود.</source>
        <translation>Once it is put away there, the claim can be edited here.</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>پرداختنی {amount} ریال</source>
        <translation>{amount} rials payable</translation>
    </message>
    <message>
        <source>درست است</source>
        <translation>in order</translation>
    </message>
    <message>
        <source>پرسشی باز است</source>
        <translation>a question is open</translation>
    </message>
    <message>
        <source>نرخ هر بار {rial} ریال، از {start}، به استناد {source}</source>
        <translation>Rate {rial} rials each, from {start}, by {source}</translation>
    </message>
    <message>
        <source>{rate} (رقم آزمایشی)</source>
        <translation>{rate} (trial figure)</translation>
    </message>
    <message>
        <source>سفر یک‌طرفه</source>
        <translation>one-way trips</translation>
    </message>
    <message>
        <source>شب</source>
        <translation>nights</translation>
    </message>
    <message>
        <source>ردیف</source>
        <translation>line</translation>
    </message>
    <message>
        <source>همراه</source>
        <translation>companion</translation>
    </message>
    <message>
        <source>وسیله</source>
        <translation>vehicle</translation>
    </message>
    <message>
        <source>روز، اگر جز روز سفر است</source>
        <translation>day, if not that of the journey</translation>
    </message>
    <message>
        <source>مبلغ (ریال)</source>
        <translation>amount (rials)</translation>
    </message>
    <message>
        <source>بهای بلیت‌ها</source>
        <translation>price of the tickets</translation>
    </message>
</context>
<context>
    <name>ExampleCard</name>
    <message>
        <source>نمونه</source>
        <translation>Example</translation>
    </message>
    <message>
        <source>سهم بیمه‌شده: {share} ریال</source>
        <translation>Patient&apos;s share: {share} rials</translation>
    </message>
    <message>
        <source>جایی که این ضابطه به کار می‌آید</source>
        <translation>Where this rule bites</translation>
    </message>
    <message>
        <source>جایی نزدیک به آن که این ضابطه به کار نمی‌آید</source>
        <translation>Close by, where it does not</translation>
    </message>
    <message>
        <source>پیشینه بیمار: {rows}</source>
        <translation>The patient&apos;s history: {rows}</translation>
    </message>
    <message>
        <source> ({count} بار)</source>
        <translation> ({count} times)</translation>
    </message>
    <message>
        <source>تعداد {count}</source>
        <translation>quantity {count}</translation>
    </message>
    <message>
        <source>برگ {number}</source>
        <translation>sheet {number}</translation>
    </message>
    <message>
        <source>بله</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>خیر</source>
        <translation>no</translation>
    </message>
</context>
<context>
    <name>FaresPage</name>
    <message>
        <source>این نرخ‌ها رسمی است؛ بی این نشان، آزمایشی شمرده می‌شود</source>
        <translation>These rates are official; without this mark they count as trial figures</translation>
    </message>
    <message>
        <source>هنوز نرخی ثبت نشده است؛ نرخ هر مسیر را با روز و سند آن بنویسید.</source>
        <translation>No rate has been kept yet; write the rate of each route with its day and source.</translation>
    </message>
    <message>
        <source>روزی را بنویسید که نرخ از آن برقرار است.</source>
        <translation>Write the day from which the rate holds.</translation>
    </message>
    <message>
        <source>{count} نرخ در انتظار ثبت است.</source>
        <translation>{count} rates wait to be installed.</translation>
    </message>
    <message>
        <source>«{name}» نصب شد و از این پس در رسیدگی به کار می‌رود.</source>
        <translation>“{name}” is installed and used in reviews from now on.</translation>
    </message>
    <message>
        <source>از روز</source>
        <translation>From</translation>
    </message>
    <message>
        <source>افزودن به فهرست</source>
        <translation>Add to the list</translation>
    </message>
    <message>
        <source>برداشتن آخرین</source>
        <translation>Take off the last</translation>
    </message>
    <message>
        <source>ثبت و نصب نرخ‌ها</source>
        <translation>Install the rates</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>نرخ‌های سفر</source>
        <translation>Travel rates</translation>
    </message>
    <message>
        <source>نرخ نصب‌شده پاک نمی‌شود: نرخ درست همان مسیر و همان روز جای آن را می‌گیرد، و سند بسته با نرخ خود می‌ماند.</source>
        <translation>An installed rate is never deleted: the right one of the same route and day takes its place, and a closed claim keeps its own.</translation>
    </message>
    <message>
        <source>وسیله یا شب</source>
        <translation>Vehicle or night</translation>
    </message>
    <message>
        <source>از شهر</source>
        <translation>From town</translation>
    </message>
    <message>
        <source>به شهر</source>
        <translation>To town</translation>
    </message>
    <message>
        <source>مبلغ هر سفر یا شب (ریال)</source>
        <translation>Amount of each trip or night (rials)</translation>
    </message>
    <message>
        <source>سند (نامه، شماره، تاریخ)</source>
        <translation>Source (letter, number, date)</translation>
    </message>
</context>
<context>
    <name>FaresTable</name>
    <message>
        <source>نرخ</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>ریال</source>
        <translation>Rials</translation>
    </message>
    <message>
        <source>از روز</source>
        <translation>From</translation>
    </message>
    <message>
        <source>سند</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>وضعیت</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>در انتظار ثبت</source>
        <translation>Waits to be installed</translation>
    </message>
    <message>
        <source>جایگزین شده</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>آزمایشی</source>
        <translation>Trial</translation>
    </message>
    <message>
        <source>رسمی</source>
        <translation>Official</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>از ماه</source>
        <translation>From month</translation>
    </message>
    <message>
        <source>تا ماه</source>
        <translation>To month</translation>
    </message>
    <message>
        <source>مرکز</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>صندوق</source>
        <translation>Fund</translation>
    </message>
    <message>
        <source>نوع سند</source>
        <translation>Kinds of claim</translation>
    </message>
    <message>
        <source>کارشناس</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>بیمه‌گر</source>
        <translation>Insurer</translation>
    </message>
    <message>
        <source>تنها امضاشده‌ها</source>
        <translation>Signed only</translation>
    </message>
    <message>
        <source>از آغاز</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>تا پایان</source>
        <translation>End</translation>
    </message>
    <message>
        <source>مرکزها</source>
        <translation>Centres</translation>
    </message>
    <message>
        <source>بیمه‌گران</source>
        <translation>Insurers</translation>
    </message>
    <message>
        <source>صندوق‌ها</source>
        <translation>Funds</translation>
    </message>
    <message>
        <source>نوع‌ها</source>
        <translation>Kinds</translation>
    </message>
    <message>
        <source>کارشناسان</source>
        <translation>Staff</translation>
    </message>
</context>
<context>
    <name>FindDetails</name>
    <message>
        <source>کد</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>بخش</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>تعرفه دولتی</source>
        <translation>Public tariff</translation>
    </message>
    <message>
        <source>از تاریخ</source>
        <translation>From</translation>
    </message>
    <message>
        <source>تا تاریخ</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>منبع</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>بسته مرجع</source>
        <translation>Reference pack</translation>
    </message>
    <message>
        <source>جزء حرفه‌ای (K)</source>
        <translation>Professional part (K)</translation>
    </message>
    <message>
        <source>جزء فنی (K)</source>
        <translation>Technical part (K)</translation>
    </message>
    <message>
        <source>ارزش پایه بیهوشی (K)</source>
        <translation>Anaesthesia base value (K)</translation>
    </message>
    <message>
        <source>ارزش نسبی کل (K)</source>
        <translation>Total relative value (K)</translation>
    </message>
    <message>
        <source>شماره سند</source>
        <translation>Claim number</translation>
    </message>
    <message>
        <source>شناسه بیمار</source>
        <translation>Patient&apos;s id</translation>
    </message>
    <message>
        <source>مرکز</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>نوع سند</source>
        <translation>Kind of claim</translation>
    </message>
    <message>
        <source>تاریخ خدمت</source>
        <translation>Day of service</translation>
    </message>
    <message>
        <source>مبلغ درخواستی</source>
        <translation>Claimed amount</translation>
    </message>
    <message>
        <source>وضعیت</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>FindPane</name>
    <message>
        <source>جست‌وجو نشد</source>
        <translation>The search failed</translation>
    </message>
    <message>
        <source>نام‌های دیگر این خدمت: {names}</source>
        <translation>Other names of this service: {names}</translation>
    </message>
    <message>
        <source>چه می‌جویید؟</source>
        <translation>What are you looking for?</translation>
    </message>
    <message>
        <source>نام بیمار، شماره سند، شماره ضابطه، واژه‌ای از متن آن، کد یا نام خدمت</source>
        <translation>Patient&apos;s name, claim number, rule number or a word of its wording, code or name of a service</translation>
    </message>
    <message>
        <source>چیزی یافت نشد</source>
        <translation>Nothing was found</translation>
    </message>
    <message>
        <source>واژه دیگری بنویسید یا بخشی از آن را پاک کنید.</source>
        <translation>Write another word, or delete a part of it.</translation>
    </message>
    <message>
        <source>بازگشت به سند</source>
        <translation>Back to the claim</translation>
    </message>
    <message>
        <source>سند، ضابطه یا خدمت</source>
        <translation>Claim, rule or service</translation>
    </message>
</context>
<context>
    <name>FindingCard</name>
    <message>
        <source>ضابطه</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>علت چشم‌پوشی</source>
        <translation>Reason for waiving</translation>
    </message>
    <message>
        <source>ثبت</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>انصراف</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>برگزیدن علت</source>
        <translation>Choose the reason</translation>
    </message>
    <message>
        <source>از {before} به {after}</source>
        <translation>From {before} to {after}</translation>
    </message>
    <message>
        <source>ضابطه {rule} — {clause}</source>
        <translation>Rule {rule} — {clause}</translation>
    </message>
    <message>
        <source>؛ همچنین {others}</source>
        <translation>; also {others}</translation>
    </message>
    <message>
        <source>در انتظار: {names}</source>
        <translation>Waiting for: {names}</translation>
    </message>
    <message>
        <source>{author} آن را وارد دانست.</source>
        <translation>{author} upheld it.</translation>
    </message>
    <message>
        <source>{author} مبلغ را پذیرفت.</source>
        <translation>{author} accepted the amount.</translation>
    </message>
    <message>
        <source>{author} از آن چشم پوشید: {reason}</source>
        <translation>{author} waived it: {reason}</translation>
    </message>
    <message>
        <source>{author} با این بند کسر کرد: {reason}</source>
        <translation>{author} deducted by this clause: {reason}</translation>
    </message>
    <message>
        <source>پذیرش مبلغ</source>
        <translation>Accept the amount</translation>
    </message>
    <message>
        <source>وارد است</source>
        <translation>Uphold</translation>
    </message>
    <message>
        <source>چشم‌پوشی</source>
        <translation>Waive</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>درباره کل سند</source>
        <translation>About the whole claim</translation>
    </message>
    <message>
        <source>هیچ ضابطه‌ای درباره کل سند یافته‌ای ندارد؛ برای یافته‌های هر ردیف، آن را برگزینید.</source>
        <translation>No rule has a finding on the claim as a whole; select a line to see its findings.</translation>
    </message>
    <message>
        <source>هیچ ضابطه‌ای به این ردیف ایرادی نگرفته است.</source>
        <translation>No rule objects to this line.</translation>
    </message>
    <message>
        <source>برای نظر کارشناس — {left} مانده</source>
        <translation>For the reviewer to judge — {left} left</translation>
    </message>
    <message>
        <source>حساب بهای این ردیف</source>
        <translation>How this line is priced</translation>
    </message>
    <message>
        <source>حساب سهم‌ها پیش از نظر کارشناس</source>
        <translation>How the shares came about, before the reviewer&apos;s decision</translation>
    </message>
    <message>
        <source>حساب سهم‌ها</source>
        <translation>How the shares came about</translation>
    </message>
    <message>
        <source>برای نظر کارشناس</source>
        <translation>For the reviewer to judge</translation>
    </message>
</context>
<context>
    <name>FormFields</name>
    <message>
        <source>نام واحد اعزام‌کننده را بنویسید.</source>
        <translation>Write the name of the sending unit.</translation>
    </message>
    <message>
        <source>شماره شناسایی بیمار را بنویسید.</source>
        <translation>Write the patient&apos;s identifier.</translation>
    </message>
    <message>
        <source>روز سفر را بنویسید.</source>
        <translation>Write the day of the journey.</translation>
    </message>
    <message>
        <source>یکی از تاریخ‌ها روزی از تقویم نیست؛ خانه سرخ را اصلاح کنید.</source>
        <translation>One of the dates is no day of the calendar; correct the red field.</translation>
    </message>
    <message>
        <source>مبلغ و شمار دست‌کم یک ردیف کرایه یا اقامت را بنویسید.</source>
        <translation>Write amount and count of at least one fare or night.</translation>
    </message>
    <message>
        <source>شماره فرم</source>
        <translation>Number of the form</translation>
    </message>
    <message>
        <source>واحد اعزام‌کننده</source>
        <translation>Sending unit</translation>
    </message>
    <message>
        <source>نوع شناسه</source>
        <translation>Kind of identifier</translation>
    </message>
    <message>
        <source>شماره بیمار</source>
        <translation>Patient&apos;s number</translation>
    </message>
    <message>
        <source>نام بیمار</source>
        <translation>Patient&apos;s name</translation>
    </message>
    <message>
        <source>تاریخ تولد</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>جنس</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>تشخیص</source>
        <translation>Diagnosis</translation>
    </message>
    <message>
        <source>نظام پزشکی پزشک معالج</source>
        <translation>Treating physician&apos;s council number</translation>
    </message>
    <message>
        <source>روز سفر</source>
        <translation>Day of the journey</translation>
    </message>
    <message>
        <source>فرم و بیمار</source>
        <translation>Form and patient</translation>
    </message>
    <message>
        <source>کرایه‌ها و شب‌ها</source>
        <translation>Fares and nights</translation>
    </message>
</context>
<context>
    <name>FoundList</name>
    <message>
        <source>یافته‌ها</source>
        <translation>Finds</translation>
    </message>
    <message>
        <source>سندها</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>ضابطه‌ها</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>خدمات</source>
        <translation>Services</translation>
    </message>
</context>
<context>
    <name>GlobalCard</name>
    <message>
        <source>عمل گلوبال: {row}</source>
        <translation>Global operation: {row}</translation>
    </message>
    <message>
        <source>این عمل در فهرست گلوبال است و به ریز نوشته شده: {row}</source>
        <translation>This operation is on the global list and was billed by items: {row}</translation>
    </message>
    <message>
        <source>بیرون از تعرفه گلوبال: {row}</source>
        <translation>Outside the global tariff: {row}</translation>
    </message>
    <message>
        <source>این سند به ریز خدمات حساب می‌شود ({lines}).</source>
        <translation>This claim is reckoned by its items ({lines}).</translation>
    </message>
    <message>
        <source>سرجمع این عمل در بسته‌های مرجع نیست.</source>
        <translation>The global sum of this operation is not in the reference packs.</translation>
    </message>
    <message>
        <source>سرجمع تعرفه {amount} ریال، {lines}</source>
        <translation>Global sum {amount} rials, {lines}</translation>
    </message>
    <message>
        <source>ردیف‌های درون سرجمع {inside} ریال تأیید شده؛ بیش از سرجمع {amount} ریال پرداخت نمی‌شود.</source>
        <translation>The lines inside the sum are approved at {inside} rials; no more than the sum of {amount} rials is paid.</translation>
    </message>
    <message>
        <source>درون سرجمع است و جداگانه پرداخت نمی‌شود</source>
        <translation>Inside the sum, not paid separately</translation>
    </message>
    <message>
        <source>درون سرجمع است</source>
        <translation>Inside the sum</translation>
    </message>
    <message>
        <source>مازاد بر سرجمع از این ردیف‌ها کاسته شد</source>
        <translation>What is beyond the sum was taken off these lines</translation>
    </message>
    <message>
        <source>به سرجمع افزوده می‌شود</source>
        <translation>Added to the sum</translation>
    </message>
    <message>
        <source>در عمل گلوبال پرداختنی نیست</source>
        <translation>Not payable beside a global operation</translation>
    </message>
    <message>
        <source>در هیچ فهرستی نیست؛ نظر کارشناس لازم است</source>
        <translation>On neither list; a reviewer has to decide</translation>
    </message>
    <message>
        <source>{wording} ({clause})</source>
        <translation>{wording} ({clause})</translation>
    </message>
    <message>
        <source>ضابطه {rule}</source>
        <translation>Rule {rule}</translation>
    </message>
    <message>
        <source>و {count} ردیف دیگر</source>
        <translation>and {count} more lines</translation>
    </message>
</context>
<context>
    <name>HandedCard</name>
    <message>
        <source>نوشتم؛ دیگر نشان داده نشود</source>
        <translation>Written down; show it no more</translation>
    </message>
    <message>
        <source>گذرواژه یک‌بارمصرف {name} این است؛ به خودش بدهید. در نخستین ورود گذرواژه دیگری برمی‌گزیند.</source>
        <translation>This is the one-time password of {name}; hand it over in person. At the first sign-in another one is chosen.</translation>
    </message>
</context>
<context>
    <name>HandoverBox</name>
    <message>
        <source>ثبت تحویل گزارش</source>
        <translation>Record the handover</translation>
    </message>
    <message>
        <source>گزارش عملکرد در {day} تحویل شد.</source>
        <translation>The performance report was handed over on {day}.</translation>
    </message>
    <message>
        <source>هنوز تحویل نشده است؛ مهلت {days} روزه اعتراض از روز پس از تحویل است.</source>
        <translation>Not handed over yet; the {days} days to object run from the day after the handover.</translation>
    </message>
    <message>
        <source>مرکز تا پایان {day} می‌تواند اعتراض کند.</source>
        <translation>The centre may object until the end of {day}.</translation>
    </message>
    <message>
        <source>تحویل گزارش به مرکز</source>
        <translation>Handing the report over to the centre</translation>
    </message>
    <message>
        <source>روز تحویل</source>
        <translation>Day of the handover</translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>ارقام آزمایشی</source>
        <translation>Trial figures</translation>
    </message>
    <message>
        <source>بسته‌های مرجع این دفتر رقم‌های رسمی نیستند؛ نتیجه‌ها برای آزمایش‌اند.</source>
        <translation>The reference packs of this office hold no official figures; results are for trial.</translation>
    </message>
    <message>
        <source>کارها</source>
        <translation>Actions</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>خدمت پیشینی از این بیمار در دست نیست.</source>
        <translation>No earlier service of this patient is known.</translation>
    </message>
</context>
<context>
    <name>IdleChoice</name>
    <message>
        <source>قفل خودکار میز پس از بی‌کاری:</source>
        <translation>The desk locks itself after:</translation>
    </message>
    <message>
        <source>{count} دقیقه</source>
        <translation>{count} minutes</translation>
    </message>
</context>
<context>
    <name>IllnessField</name>
    <message>
        <source>چند حرف از نام بیماری و Enter؛ بار دیگر همان را برمی‌دارد</source>
        <translation>A few letters of an illness and Enter; the same again takes it off</translation>
    </message>
    <message>
        <source>هیچ‌کدام</source>
        <translation>none</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>ورود پرونده {name}</source>
        <translation>Importing {name}</translation>
    </message>
    <message>
        <source>خواندن و بررسی پرونده: {percent} درصد</source>
        <translation>Reading and checking the file: {percent} percent</translation>
    </message>
    <message>
        <source>ثبت سندها: {percent} درصد</source>
        <translation>Storing the claims: {percent} percent</translation>
    </message>
    <message>
        <source>سندها ثبت شد؛ رسیدگی به آن‌ها: {percent} درصد</source>
        <translation>The claims are stored; auditing them: {percent} percent</translation>
    </message>
    <message>
        <source>{count} سند وارد شد؛ این موارد را بدانید</source>
        <translation>Claims imported: {count}; please note the following</translation>
    </message>
    <message>
        <source>پرونده {name} ایراد دارد و هیچ سندی از آن وارد نشد</source>
        <translation>{name} has faults, and none of its claims was imported</translation>
    </message>
    <message>
        <source>پرونده وارد نشد</source>
        <translation>The file was not imported</translation>
    </message>
    <message>
        <source>لغو می‌شود…</source>
        <translation>Cancelling…</translation>
    </message>
    <message>
        <source>پرونده بعد</source>
        <translation>Next file</translation>
    </message>
    <message>
        <source>بستن</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>لغو یا بستن</source>
        <translation>Cancel or close</translation>
    </message>
    <message>
        <source>لغو</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>InquiriesPage</name>
    <message>
        <source>سندهای در انتظار استعلام خوانده می‌شوند…</source>
        <translation>Reading the claims that wait for an inquiry…</translation>
    </message>
    <message>
        <source>سندی در انتظار استعلام نیست</source>
        <translation>No claim waits for an inquiry</translation>
    </message>
    <message>
        <source>استعلامی را که به دستتان می‌رسد بالا بنویسید؛ سندهایی که پس از آن وارد شود نیز آن را می‌یابد.</source>
        <translation>Type an inquiry that reaches you above; claims that come in later find it too.</translation>
    </message>
    <message>
        <source>استعلام استحقاق درمان — در انتظار</source>
        <translation>Inquiries about cover: waiting</translation>
    </message>
    <message>
        <source>استعلام‌های ثبت‌شده</source>
        <translation>Recorded inquiries</translation>
    </message>
    <message>
        <source>استعلام استحقاق درمان — ثبت‌شده</source>
        <translation>Inquiries about cover: recorded</translation>
    </message>
    <message>
        <source>در انتظار استعلام</source>
        <translation>Waiting for an inquiry</translation>
    </message>
    <message>
        <source>فهرست آماده می‌شود…</source>
        <translation>Preparing the list…</translation>
    </message>
    <message>
        <source>فهرست استعلام‌ها</source>
        <translation>List of inquiries</translation>
    </message>
    <message>
        <source>ثبت استعلام</source>
        <translation>Record inquiry</translation>
    </message>
    <message>
        <source>بعدی</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>قبلی</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>بیمه‌شده دیگر</source>
        <translation>Another person</translation>
    </message>
    <message>
        <source>فهرست برای چاپ</source>
        <translation>List to print</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>InquiryBox</name>
    <message>
        <source>{author}، {at}</source>
        <translation>{author}, {at}</translation>
    </message>
</context>
<context>
    <name>InquiryForm</name>
    <message>
        <source>شماره بیمه‌شده را بنویسید.</source>
        <translation>Type the number of the insured person.</translation>
    </message>
    <message>
        <source>روز خدمت</source>
        <translation>Day of service</translation>
    </message>
    <message>
        <source>روز استعلام</source>
        <translation>Day of inquiry</translation>
    </message>
    <message>
        <source>پایان اعتبار</source>
        <translation>End of cover</translation>
    </message>
    <message>
        <source>{name}: {fault}</source>
        <translation>{name}: {fault}</translation>
    </message>
    <message>
        <source>با پسوند «خاص» اگر دارد</source>
        <translation>with its suffix, if any</translation>
    </message>
    <message>
        <source>نوع شماره</source>
        <translation>Kind of number</translation>
    </message>
    <message>
        <source>شماره بیمه‌شده</source>
        <translation>Number of the insured</translation>
    </message>
    <message>
        <source>پاسخ استعلام</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>کد رهگیری</source>
        <translation>Tracking code</translation>
    </message>
    <message>
        <source>نوع استعلام</source>
        <translation>Kind of inquiry</translation>
    </message>
    <message>
        <source>راه استعلام</source>
        <translation>Way of asking</translation>
    </message>
</context>
<context>
    <name>KeptTable</name>
    <message>
        <source>فهرست</source>
        <translation>List</translation>
    </message>
    <message>
        <source>بیمه‌گر</source>
        <translation>Insurer</translation>
    </message>
    <message>
        <source>امضا</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>جمع پرداخت</source>
        <translation>Paid in all</translation>
    </message>
    <message>
        <source>درخواست‌ها</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>فهرست‌های امضاشده</source>
        <translation>Signed lists</translation>
    </message>
</context>
<context>
    <name>LetterEntry</name>
    <message>
        <source>دلیل مرکز را بنویسید یا با چند حرف از فهرست برگزینید</source>
        <translation>Type the centre’s reason, or a few letters to choose one from the list</translation>
    </message>
    <message>
        <source>کل سند</source>
        <translation>Whole claim</translation>
    </message>
    <message>
        <source>ردیف {no}</source>
        <translation>Line {no}</translation>
    </message>
    <message>
        <source>{place}: مرکز چه می‌گوید؟</source>
        <translation>{place}: what does the centre say?</translation>
    </message>
    <message>
        <source>مبلغ خواسته‌شده (ریال)؛ اگر ننوشته است خالی بماند</source>
        <translation>Amount wanted (rials); leave empty where the letter names none</translation>
    </message>
    <message>
        <source>بعد</source>
        <translation>next</translation>
    </message>
    <message>
        <source>انصراف</source>
        <translation>cancel</translation>
    </message>
</context>
<context>
    <name>LetterForm</name>
    <message>
        <source>سند {number} — {patient} — {centre}</source>
        <translation>Claim {number} — {patient} — {centre}</translation>
    </message>
    <message>
        <source>گزارشی که نتیجه این سند در آن باشد به مرکز تحویل نشده است.</source>
        <translation>No report that tells of this claim’s result has been handed to the centre.</translation>
    </message>
    <message>
        <source>گزارش عملکرد (نسخه {version}) در {handed} تحویل شد؛ آخرین روز اعتراض {last} — {left}</source>
        <translation>The performance report (version {version}) was handed over on {handed}; last day to object {last} — {left}</translation>
    </message>
    <message>
        <source>{count} روز مانده</source>
        <translation>{count} days left</translation>
    </message>
    <message>
        <source>{count} روز گذشته</source>
        <translation>{count} days over</translation>
    </message>
    <message>
        <source>امروز</source>
        <translation>today</translation>
    </message>
    <message>
        <source>تاریخ دریافت اعتراض</source>
        <translation>Objection received on</translation>
    </message>
</context>
<context>
    <name>LetterLines</name>
    <message>
        <source>ردیف‌های سند</source>
        <translation>Lines of the claim</translation>
    </message>
</context>
<context>
    <name>LetterModel</name>
    <message>
        <source>ردیف</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>خدمت</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>درخواستی</source>
        <translation>Claimed</translation>
    </message>
    <message>
        <source>تأییدشده</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>گفته مرکز</source>
        <translation>What the centre says</translation>
    </message>
    <message>
        <source>کل سند</source>
        <translation>Whole claim</translation>
    </message>
    <message>
        <source>{wanted} ریال — {reason}</source>
        <translation>{wanted} rials — {reason}</translation>
    </message>
</context>
<context>
    <name>LockPage</name>
    <message>
        <source>میز قفل است</source>
        <translation>The desk is locked</translation>
    </message>
    <message>
        <source>باز کردن</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>گذرواژه</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>کس دیگری هستم</source>
        <translation>I am somebody else</translation>
    </message>
    <message>
        <source>{name}، برای ادامه گذرواژه خود را بنویسید.</source>
        <translation>{name}, write your password to go on.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>میز رسیدگی</source>
        <translation>Audit desk</translation>
    </message>
    <message>
        <source>ورود پرونده سند</source>
        <translation>Import claim files</translation>
    </message>
    <message>
        <source>پرونده سند (*.json)</source>
        <translation>Claim file (*.json)</translation>
    </message>
    <message>
        <source>ورود پرونده</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>قفل</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>خروج از حساب</source>
        <translation>Sign out</translation>
    </message>
</context>
<context>
    <name>NamedEditor</name>
    <message>
        <source>نامی دیگر</source>
        <translation>another name</translation>
    </message>
    <message>
        <source>{name}، نامی تازه</source>
        <translation>{name}, a new name</translation>
    </message>
    <message>
        <source>{name}، مانند ردیف {lines}</source>
        <translation>{name}, as line {lines}</translation>
    </message>
</context>
<context>
    <name>ObjectionCard</name>
    <message>
        <source>اعتراض مرکز — {place}</source>
        <translation>The centre objects — {place}</translation>
    </message>
    <message>
        <source>«{reason}»</source>
        <translation>“{reason}”</translation>
    </message>
    <message>
        <source>پاسخی داده نشده است.</source>
        <translation>Not answered yet.</translation>
    </message>
</context>
<context>
    <name>ObjectionPanel</name>
    <message>
        <source>{count} اعتراض مرکز در انتظار رسیدگی است.</source>
        <translation>{count} objections of the centre wait to be heard.</translation>
    </message>
    <message>
        <source>این نسخه {version} سند است.</source>
        <translation>This is version {version} of the claim.</translation>
    </message>
    <message>
        <source>نسخه {version} پس از اعتراض مرکز: همه {count} مورد پاسخ دارد.</source>
        <translation>Version {version} after the centre’s objection: all {count} are answered.</translation>
    </message>
    <message>
        <source>نسخه {version} پس از اعتراض مرکز: {waiting} مورد از {count} بی‌پاسخ است.</source>
        <translation>Version {version} after the centre’s objection: {waiting} of {count} wait for an answer.</translation>
    </message>
    <message>
        <source>نسخه {version}: {amount} ریال تأییدشده · امضای {name}، {moment} · اکنون {now} ریال</source>
        <translation>Version {version}: {amount} rials approved · signed by {name}, {moment} · now {now} rials</translation>
    </message>
</context>
<context>
    <name>ObjectionPass</name>
    <message>
        <source>رسیدگی به اعتراض</source>
        <translation>Hear the objection</translation>
    </message>
    <message>
        <source>پاسخ به اعتراض</source>
        <translation>Answer the objection</translation>
    </message>
    <message>
        <source>برگ نسخه پیش</source>
        <translation>Sheet of the version before</translation>
    </message>
    <message>
        <source>{place}: «{reason}» — پاسخ چیست؟ مبلغ ردیف همان می‌ماند.</source>
        <translation>{place}: “{reason}” — what is the answer? The amount stays as it is.</translation>
    </message>
    <message>
        <source>نسخه تازه سند باز شد؛ به هر اعتراض پاسخ دهید و سپس F9 را بزنید.</source>
        <translation>The claim’s next version is open; answer each objection, then press F9.</translation>
    </message>
</context>
<context>
    <name>ObjectionsPage</name>
    <message>
        <source>اعتراض‌ها خوانده می‌شوند…</source>
        <translation>Reading the objections…</translation>
    </message>
    <message>
        <source>نسخه {version} سند باز شد؛ به هر اعتراض پاسخ دهید.</source>
        <translation>Version {version} of the claim is open; answer each objection.</translation>
    </message>
    <message>
        <source>ثبت اعتراض مرکز</source>
        <translation>A centre’s objection</translation>
    </message>
    <message>
        <source>اعتراض به سند {number} ثبت شد.</source>
        <translation>The objection to claim {number} is recorded.</translation>
    </message>
    <message>
        <source>اعتراض‌های باز</source>
        <translation>Open objections</translation>
    </message>
    <message>
        <source>رسیدگی</source>
        <translation>Hear it</translation>
    </message>
    <message>
        <source>باز کردن سند</source>
        <translation>Open the claim</translation>
    </message>
    <message>
        <source>ثبت نامه اعتراض</source>
        <translation>Record a letter of objection</translation>
    </message>
    <message>
        <source>ثبت اعتراض</source>
        <translation>Record the objection</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>OpenList</name>
    <message>
        <source>اعتراض بازی نیست</source>
        <translation>No open objections</translation>
    </message>
    <message>
        <source>نامه اعتراض مرکز را با Ctrl+N ثبت کنید؛ تا پایان مهلت پذیرفته است.</source>
        <translation>Record a centre’s letter with Ctrl+N; it is accepted until its time is over.</translation>
    </message>
    <message>
        <source>{place}: {reason}</source>
        <translation>{place}: {reason}</translation>
    </message>
    <message>
        <source>{date}
{days} روز پیش</source>
        <translation>{date}
{days} days ago</translation>
    </message>
    <message>
        <source>{date}
امروز</source>
        <translation>{date}
today</translation>
    </message>
    <message>
        <source>نسخه {version} در دست رسیدگی</source>
        <translation>Version {version} is under review</translation>
    </message>
    <message>
        <source>شما می‌توانید رسیدگی کنید</source>
        <translation>You may hear it</translation>
    </message>
    <message>
        <source>کسی که نسخه پیش را امضا نکرده باشد در دفتر نیست</source>
        <translation>Nobody in the office has not signed the version before</translation>
    </message>
    <message>
        <source>رسیدگی با {names}</source>
        <translation>To be heard by {names}</translation>
    </message>
    <message>
        <source> یا </source>
        <translation> or </translation>
    </message>
    <message>
        <source>سند</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>گفته مرکز</source>
        <translation>What the centre says</translation>
    </message>
    <message>
        <source>دریافت</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>رسیدگی</source>
        <translation>Who hears it</translation>
    </message>
    <message>
        <source>اعتراض‌های باز</source>
        <translation>Open objections</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>{submission} — {centre}، {month}، {claims} سند</source>
        <translation>{submission} — {centre}, {month}, {claims} claims</translation>
    </message>
    <message>
        <source>هنوز درخواستی وارد این دفتر نشده است. پرونده‌ای را با Ctrl+O وارد کنید.</source>
        <translation>No submission has been imported into this office yet. Import a file with Ctrl+O.</translation>
    </message>
    <message>
        <source>{centre} · {month} · {claims} سند · {amount} درخواستی</source>
        <translation>{centre} · {month} · {claims} claims · {amount} claimed</translation>
    </message>
    <message>
        <source>کار {count} سند هنوز به پایان نرسیده است؛ برگ‌ها تا آن هنگام پیش‌نویس‌اند.</source>
        <translation>{count} claims are not finished yet; until then the sheets are drafts.</translation>
    </message>
    <message>
        <source>کار همه سندها به پایان رسیده است.</source>
        <translation>All claims are finished.</translation>
    </message>
    <message>
        <source>گزارش عملکرد</source>
        <translation>Performance report</translation>
    </message>
    <message>
        <source>صورت کسورات</source>
        <translation>Deduction statement</translation>
    </message>
    <message>
        <source>روکش</source>
        <translation>Cover sheet</translation>
    </message>
    <message>
        <source>همه برگ‌ها</source>
        <translation>All sheets</translation>
    </message>
    <message>
        <source>ذخیره در پوشه</source>
        <translation>Save to a folder</translation>
    </message>
    <message>
        <source>بازگشت به سند</source>
        <translation>Back to the claim</translation>
    </message>
    <message>
        <source>جمع‌ها، دلیل‌ها و سرفصل‌ها، مهلت اعتراض مرکز</source>
        <translation>Sums, reasons and headings, the centre&apos;s deadline to object</translation>
    </message>
    <message>
        <source>هر ردیف کسرشده با ضابطه، بند و دلیل</source>
        <translation>Every deducted line with rule, clause and reason</translation>
    </message>
    <message>
        <source>جمع‌ها و فهرست سندها</source>
        <translation>Sums and the list of claims</translation>
    </message>
    <message>
        <source>روکش، برگ هر سند به ترتیب و صورت کسورات، برای چاپ در یک پرونده</source>
        <translation>Cover, each claim&apos;s sheet in order and the deduction statement, in one file to print</translation>
    </message>
    <message>
        <source>همه این‌ها، هر کدام یک پرونده PDF</source>
        <translation>All of these, each as a PDF file</translation>
    </message>
    <message>
        <source>برگ‌های درخواست</source>
        <translation>Sheets of a submission</translation>
    </message>
    <message>
        <source>درخواست هزینه</source>
        <translation>Submission</translation>
    </message>
</context>
<context>
    <name>OwnPasswordForm</name>
    <message>
        <source>گذرواژه‌ای برای خود برگزینید</source>
        <translation>Choose a password of your own</translation>
    </message>
    <message>
        <source>گذرواژه‌ای که دارید یک‌بارمصرف است و مدیر دفتر آن را می‌داند. کلید امضای شما با گذرواژه تازه بسته می‌شود.</source>
        <translation>Your password is good once, and the office administrator knows it. Your signing key is locked with the new one.</translation>
    </message>
    <message>
        <source>ثبت گذرواژه و ورود</source>
        <translation>Record the password and sign in</translation>
    </message>
    <message>
        <source>گذرواژه تازه (دست‌کم هشت نویسه)</source>
        <translation>New password (at least eight characters)</translation>
    </message>
    <message>
        <source>تکرار گذرواژه تازه</source>
        <translation>New password again</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>دو گذرواژه یکی نیست؛ دوباره بنویسید.</source>
        <translation>The two passwords differ; write them again.</translation>
    </message>
</context>
<context>
    <name>PacksPage</name>
    <message>
        <source>بسته تازه را مدیر دفتر نصب می‌کند.</source>
        <translation>New packs are installed by the office administrator.</translation>
    </message>
    <message>
        <source>بسته خوانده و بررسی می‌شود…</source>
        <translation>Reading and checking the pack…</translation>
    </message>
    <message>
        <source>رسمی</source>
        <translation>Official</translation>
    </message>
    <message>
        <source>آزمایشی</source>
        <translation>Trial</translation>
    </message>
    <message>
        <source>بسته «{name}» نصب شد و از این پس در رسیدگی به کار می‌رود.</source>
        <translation>The pack “{name}” is installed and used in audits from now on.</translation>
    </message>
    <message>
        <source>نصب بسته مرجع</source>
        <translation>Install a reference pack</translation>
    </message>
    <message>
        <source>بسته مرجع (*.json)</source>
        <translation>Reference pack (*.json)</translation>
    </message>
    <message>
        <source>بسته مرجع</source>
        <translation>Reference pack</translation>
    </message>
    <message>
        <source>وضعیت</source>
        <translation>State</translation>
    </message>
    <message>
        <source>صدور</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>نصب</source>
        <translation>Installed</translation>
    </message>
    <message>
        <source>نصب بسته از پرونده</source>
        <translation>Install a pack from a file</translation>
    </message>
    <message>
        <source>بازگشت به سند</source>
        <translation>Back to the claim</translation>
    </message>
    <message>
        <source>بسته‌های مرجع</source>
        <translation>Reference packs</translation>
    </message>
</context>
<context>
    <name>PageStack</name>
    <message>
        <source>صفحه‌های برگ</source>
        <translation>Pages of the sheet</translation>
    </message>
</context>
<context>
    <name>Panes</name>
    <message>
        <source>کشیدن: پهنای ستون. دو بار کلیک یا Ctrl+0: پهنای پیش‌فرض.</source>
        <translation>Drag: width of the pane. Double click or Ctrl+0: default widths.</translation>
    </message>
</context>
<context>
    <name>PaperList</name>
    <message>
        <source>فهرست مدارک</source>
        <translation>List of documents</translation>
    </message>
</context>
<context>
    <name>PaperTable</name>
    <message>
        <source>سند</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>بیمه‌شده</source>
        <translation>Insured person</translation>
    </message>
    <message>
        <source>روز خدمت</source>
        <translation>Day of service</translation>
    </message>
    <message>
        <source>نوع درخواست</source>
        <translation>Form of the request</translation>
    </message>
    <message>
        <source>اصل برگ</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>برگ‌های ماه</source>
        <translation>Papers of the month</translation>
    </message>
    <message>
        <source>خوانده نشده</source>
        <translation>Not read</translation>
    </message>
    <message>
        <source>شمرده نشده</source>
        <translation>Not counted</translation>
    </message>
    <message>
        <source>تحویل شد</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>تحویل نشد</source>
        <translation>Not delivered</translation>
    </message>
</context>
<context>
    <name>PapersCard</name>
    <message>
        <source>در کنار هر مدرک، آنچه نبود آن از مبلغ تأییدشده می‌کاهد (ریال)</source>
        <translation>Beside each document, what its absence takes off the approved amount (rials)</translation>
    </message>
    <message>
        <source>مدارک ماده ۴</source>
        <translation>Documents of article 4</translation>
    </message>
    <message>
        <source>هنوز دیده نشده</source>
        <translation>Not looked at yet</translation>
    </message>
    <message>
        <source>همه پیوست است</source>
        <translation>All attached</translation>
    </message>
    <message>
        <source>{count} مدرک نیست یا ایراد دارد</source>
        <translation>{count} missing or faulty</translation>
    </message>
    <message>
        <source>فاصله</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>هست یا نیست</source>
        <translation>There or not</translation>
    </message>
    <message>
        <source>ایرادها</source>
        <translation>Faults</translation>
    </message>
    <message>
        <source>رفتن به ردیف</source>
        <translation>Go to the line</translation>
    </message>
    <message>
        <source>ضابطه</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>همه هست و درست است</source>
        <translation>All there and in order</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <source>{submission} — {centre}، {month}</source>
        <translation>{submission}, {centre}, {month}</translation>
    </message>
    <message>
        <source>درخواستی از تأمین اجتماعی نیست</source>
        <translation>No request of Social Security</translation>
    </message>
    <message>
        <source>فهرست برگ‌ها برای درخواست‌های پاراکلینیک این بیمه‌گر است.</source>
        <translation>The list of papers is for paraclinic requests of this insurer.</translation>
    </message>
    <message>
        <source>تحویل به اداره: {day}</source>
        <translation>Delivered to the office: {day}</translation>
    </message>
    <message>
        <source>این درخواست سند پاراکلینیک ندارد</source>
        <translation>This request has no paraclinic claim</translation>
    </message>
    <message>
        <source>درخواست دیگری را برگزینید.</source>
        <translation>Choose another request.</translation>
    </message>
    <message>
        <source>تحویل برگ‌ها ثبت می‌شود: {done} از {total}</source>
        <translation>Recording the papers: {done} of {total}</translation>
    </message>
    <message>
        <source>{count} برگ شمرده نشد: سند آن روی میز دیگری است، یا کارشناس دیگری باید به آن رسیدگی کند.</source>
        <translation>{count} papers were not counted: their claims lie on another desk, or another reviewer has to hear them.</translation>
    </message>
    <message>
        <source>همه برگ‌هایی که شمرده نشده بود، تحویل‌شده ثبت شد.</source>
        <translation>All papers that were not counted yet are recorded as delivered.</translation>
    </message>
    <message>
        <source>فهرست برگ‌های ماه</source>
        <translation>List of the month&apos;s papers</translation>
    </message>
    <message>
        <source>بقیه تحویل شده است</source>
        <translation>The rest was delivered</translation>
    </message>
    <message>
        <source>فهرست برای چاپ</source>
        <translation>List to print</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>برگ‌های ماه مرکز</source>
        <translation>Papers of a centre&apos;s month</translation>
    </message>
    <message>
        <source>درخواست</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>تحویل شد</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>تحویل نشد</source>
        <translation>Not delivered</translation>
    </message>
    <message>
        <source>باز کردن سند</source>
        <translation>Open the claim</translation>
    </message>
</context>
<context>
    <name>PasswordPage</name>
    <message>
        <source>گذرواژه تازه</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>کلید امضای شما هم با همین گذرواژه باز می‌شود. با Esc به سند بازمی‌گردید.</source>
        <translation>Your signing key opens with the same password. Esc takes you back to the claim.</translation>
    </message>
    <message>
        <source>ثبت گذرواژه</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>گذرواژه کنونی</source>
        <translation>Current password</translation>
    </message>
    <message>
        <source>گذرواژه تازه (دست‌کم هشت نویسه)</source>
        <translation>New password (at least eight characters)</translation>
    </message>
    <message>
        <source>تکرار گذرواژه تازه</source>
        <translation>New password again</translation>
    </message>
    <message>
        <source>بازگشت به سند</source>
        <translation>Back to the claim</translation>
    </message>
    <message>
        <source>گذرواژه کنونی درست نیست؛ دوباره بنویسید.</source>
        <translation>The current password is not right; write it again.</translation>
    </message>
    <message>
        <source>دو گذرواژه یکی نیست؛ دوباره بنویسید.</source>
        <translation>The two passwords differ; write them again.</translation>
    </message>
    <message>
        <source>گذرواژه تازه ثبت شد.</source>
        <translation>The new password is recorded.</translation>
    </message>
</context>
<context>
    <name>PatientCard</name>
    <message>
        <source>مشخصات بیمار و سند</source>
        <translation>Patient and document</translation>
    </message>
    <message>
        <source>ثبت</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>در پرونده سند: {told}</source>
        <translation>In the claim file: {told}</translation>
    </message>
    <message>
        <source>خانه بعد؛ در پایان ثبت</source>
        <translation>Next field; at the end record</translation>
    </message>
    <message>
        <source>انصراف</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>PaymentsChoice</name>
    <message>
        <source>بیمه‌گر</source>
        <translation>Insurer</translation>
    </message>
    <message>
        <source>بسته‌شده از</source>
        <translation>Closed from</translation>
    </message>
    <message>
        <source>تا</source>
        <translation>to</translation>
    </message>
</context>
<context>
    <name>PaymentsPage</name>
    <message>
        <source>پرداخت خسارت متفرقه</source>
        <translation>Payment of reimbursements</translation>
    </message>
    <message>
        <source>درخواست‌های بسته‌شده خوانده می‌شود…</source>
        <translation>Reading the closed requests…</translation>
    </message>
    <message>
        <source>فهرست در {file} نوشته شد.</source>
        <translation>The list was written to {file}.</translation>
    </message>
    <message>
        <source>درخواست بسته‌شده‌ای بیرون از فهرست‌ها نمانده است.</source>
        <translation>No closed request is left outside the lists.</translation>
    </message>
    <message>
        <source>درخواست‌های این دوره خوانده می‌شود…</source>
        <translation>Reading the requests of this period…</translation>
    </message>
    <message>
        <source>در این دوره درخواست بسته‌شده‌ای بیرون از فهرست‌ها نیست.</source>
        <translation>In this period no closed request is outside the lists.</translation>
    </message>
    <message>
        <source>{count} درخواست آماده پرداخت، جمع سهم بیمه‌گر {total} ریال</source>
        <translation>{count} requests ready to be paid, insurer&apos;s share {total} rials in all</translation>
    </message>
    <message>
        <source>{count} درخواست بازپس‌گرفتنی، جمع {total} ریال</source>
        <translation>{count} requests to be reclaimed, {total} rials in all</translation>
    </message>
    <message>
        <source>{count} درخواست در فهرست نمی‌آید</source>
        <translation>{count} requests do not go on the list</translation>
    </message>
    <message>
        <source>فهرست امضا می‌شود…</source>
        <translation>Signing the list…</translation>
    </message>
    <message>
        <source>فهرست پرداخت {number} با {count} درخواست و {total} ریال امضا شد.</source>
        <translation>Payment list {number} with {count} requests and {total} rials was signed.</translation>
    </message>
    <message>
        <source>{total} ریال بازپس گرفته می‌شود.</source>
        <translation>{total} rials are reclaimed.</translation>
    </message>
    <message>
        <source>فهرست پرداخت {number}</source>
        <translation>Payment list {number}</translation>
    </message>
    <message>
        <source>کارپوشه اکسل</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>ذخیره فهرست در اکسل</source>
        <translation>Save the list as a workbook</translation>
    </message>
    <message>
        <source>امضا و ساختن فهرست</source>
        <translation>Sign and make the list</translation>
    </message>
    <message>
        <source>باز کردن سند</source>
        <translation>Open the claim</translation>
    </message>
    <message>
        <source>دیدن فهرست</source>
        <translation>Look at the list</translation>
    </message>
    <message>
        <source>اکسل</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>فهرست‌های امضاشده</source>
        <translation>Signed lists</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>غیرفعال کردن</source>
        <translation>Deactivate</translation>
    </message>
    <message>
        <source>فعال کردن</source>
        <translation>Activate</translation>
    </message>
    <message>
        <source>سمت‌های {name} ثبت شد.</source>
        <translation>The roles of {name} are recorded.</translation>
    </message>
    <message>
        <source>کلید امضای {name} باطل شد.</source>
        <translation>The signing key of {name} is revoked.</translation>
    </message>
    <message>
        <source>گذرواژه یا پرونده کلید به دست دیگری افتاده است</source>
        <translation>The password or the key file has come into other hands</translation>
    </message>
    <message>
        <source>کلید گم شده است</source>
        <translation>The key is lost</translation>
    </message>
    <message>
        <source>صاحب کلید از دفتر رفته است</source>
        <translation>The owner of the key has left the office</translation>
    </message>
    <message>
        <source>سمت صاحب کلید عوض شده است</source>
        <translation>The owner of the key has another role now</translation>
    </message>
    <message>
        <source>فرد تازه</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>سمت‌ها</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>افراد دفتر خوانده می‌شوند…</source>
        <translation>Reading the people of the office…</translation>
    </message>
    <message>
        <source>گذرواژه {name} بازنشانی شود؟ کلید امضای کنونی‌اش باطل می‌شود و کلید تازه هنگام ورودش ساخته می‌شود.</source>
        <translation>Reset the password of {name}? The present signing key is revoked, and a new one is made at the next sign-in.</translation>
    </message>
    <message>
        <source>کلید امضای {name} باطل شود؟ برگ‌هایی که تا اکنون با آن امضا شده است برقرار می‌ماند.</source>
        <translation>Revoke the signing key of {name}? What was signed with it until now keeps its signature.</translation>
    </message>
    <message>
        <source>{name} دوباره می‌تواند وارد شود.</source>
        <translation>{name} can sign in again.</translation>
    </message>
    <message>
        <source>{name} دیگر نمی‌تواند وارد شود.</source>
        <translation>{name} can&apos;t sign in any more.</translation>
    </message>
    <message>
        <source>از ورود بعدی هر کس، میز پس از {count} دقیقه بی‌کاری قفل می‌شود.</source>
        <translation>From each person&apos;s next sign-in on, the desk locks itself after {count} minutes without a touch.</translation>
    </message>
    <message>
        <source>بازنشانی گذرواژه</source>
        <translation>Reset password</translation>
    </message>
    <message>
        <source>ابطال کلید امضا</source>
        <translation>Revoke signing key</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>افراد دفتر</source>
        <translation>People of the office</translation>
    </message>
</context>
<context>
    <name>PeopleTable</name>
    <message>
        <source>نام</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>سمت‌ها</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>وضعیت</source>
        <translation>State</translation>
    </message>
    <message>
        <source>آخرین ورود</source>
        <translation>Last sign-in</translation>
    </message>
    <message>
        <source>کلید امضا</source>
        <translation>Signing key</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>نام و نام خانوادگی</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>نام کاربری</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>ثبت</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>انصراف</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>سمت‌ها</source>
        <translation>Roles</translation>
    </message>
    <message>
        <source>فرد تازه</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>سمت‌های {name}</source>
        <translation>Roles of {name}</translation>
    </message>
</context>
<context>
    <name>ProblemList</name>
    <message>
        <source>رونوشت همه برای مرکز</source>
        <translation>Copy all for the centre</translation>
    </message>
    <message>
        <source>جا</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>ایراد</source>
        <translation>Fault</translation>
    </message>
    <message>
        <source>چاره</source>
        <translation>Remedy</translation>
    </message>
    <message>
        <source>{count} ایراد</source>
        <translation>Faults: {count}</translation>
    </message>
    <message>
        <source>{count} هشدار</source>
        <translation>Warnings: {count}</translation>
    </message>
    <message>
        <source>{good} سند این پرونده بی‌ایراد بود</source>
        <translation>claims of this file without fault: {good}</translation>
    </message>
    <message>
        <source>{count} مورد دیگر در این فهرست نیامده است</source>
        <translation>not shown in this list: {count}</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>لغو</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>سندها خوانده می‌شود…</source>
        <translation>Reading the claims…</translation>
    </message>
    <message>
        <source>صفحه‌ها کشیده می‌شود…</source>
        <translation>Drawing the pages…</translation>
    </message>
    <message>
        <source>{percent} درصد</source>
        <translation>{percent} percent</translation>
    </message>
    <message>
        <source>لغو می‌شود…</source>
        <translation>Cancelling…</translation>
    </message>
</context>
<context>
    <name>QueuePane</name>
    <message>
        <source>صف خالی است</source>
        <translation>The queue is empty</translation>
    </message>
    <message>
        <source>سندی یافت نشد</source>
        <translation>No claim was found</translation>
    </message>
    <message>
        <source>با Ctrl+O پرونده سند یک مرکز را وارد کنید.</source>
        <translation>Import a centre&apos;s claim file with Ctrl+O.</translation>
    </message>
    <message>
        <source>جست‌وجو یا نما را تغییر دهید.</source>
        <translation>Change the search or the view.</translation>
    </message>
    <message>
        <source>صف بار می‌شود…</source>
        <translation>Loading the queue…</translation>
    </message>
    <message>
        <source>صف خوانده نشد</source>
        <translation>The queue could not be read</translation>
    </message>
    <message>
        <source>صف سندها</source>
        <translation>Queue of claims</translation>
    </message>
    <message>
        <source>بیمار، کد ملی، شماره سند، مرکز</source>
        <translation>Patient, code, claim, centre</translation>
    </message>
    <message>
        <source>جست‌وجو</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>سند بعد</source>
        <translation>Next claim</translation>
    </message>
    <message>
        <source>سند پیش</source>
        <translation>Previous claim</translation>
    </message>
</context>
<context>
    <name>ReadingBox</name>
    <message>
        <source>منبع مبهم است؛ خوانش برگزیده:</source>
        <translation>The source is ambiguous; the reading taken:</translation>
    </message>
</context>
<context>
    <name>ReadyTable</name>
    <message>
        <source>درخواست</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>مبلغ</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>بازپس گرفته می‌شود</source>
        <translation>Is reclaimed</translation>
    </message>
    <message>
        <source>در فهرست</source>
        <translation>On the list</translation>
    </message>
    <message>
        <source>بیمه‌شده و شماره شبا</source>
        <translation>Insured person and IBAN</translation>
    </message>
    <message>
        <source>درخواست‌های بسته‌شده</source>
        <translation>Closed requests</translation>
    </message>
    <message>
        <source>آماده پرداخت</source>
        <translation>ready to be paid</translation>
    </message>
</context>
<context>
    <name>ReasonCard</name>
    <message>
        <source>دلیل را بنویسید یا از فهرست برگزینید.</source>
        <translation>Write the reason, or choose one from the list.</translation>
    </message>
    <message>
        <source>بنویسید، یا با چند حرف از فهرست برگزینید</source>
        <translation>Write, or choose from the list with a few letters</translation>
    </message>
    <message>
        <source>ثبت</source>
        <translation>Record</translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>علت را بنویسید یا با چند حرف از فهرست برگزینید</source>
        <translation>Write the reason, or type a few letters to choose from the list</translation>
    </message>
    <message>
        <source>ثبت</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>انصراف</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>برگزیدن علت</source>
        <translation>Choose the reason</translation>
    </message>
    <message>
        <source>تصحیح حسابداری، با قلم قرمز</source>
        <translation>Correction of the accounts, in red</translation>
    </message>
    <message>
        <source>کسر با ضابطه {rule} — {clause}: {wording}</source>
        <translation>Deduction by rule {rule} — {clause}: {wording}</translation>
    </message>
</context>
<context>
    <name>ReceiverCard</name>
    <message>
        <source>اثر انگشت گواهی</source>
        <translation>Fingerprint of the certificate</translation>
    </message>
    <message>
        <source>این اثر انگشت (SHA-256) را تلفنی یا حضوری با خود گیرنده بسنجید؛ تنها اگر یکی بود، ثبت کنید.</source>
        <translation>Compare this fingerprint (SHA-256) with the receiver, by telephone or in person; add them only if both are the same.</translation>
    </message>
    <message>
        <source>از {first} تا {last} معتبر است.</source>
        <translation>Valid from {first} to {last}.</translation>
    </message>
    <message>
        <source>{name} از گیرندگان برداشته شود؟ از این پس پرونده‌ای برای او رمز نمی‌شود.</source>
        <translation>Take {name} off the list of receivers? From now on no file is encrypted for them.</translation>
    </message>
    <message>
        <source>نام گیرنده در این دفتر</source>
        <translation>Name of the receiver in this office</translation>
    </message>
    <message>
        <source>انجام شود</source>
        <translation>Do it</translation>
    </message>
    <message>
        <source>انصراف</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>ReceiverChoice</name>
    <message>
        <source>ذخیره برای</source>
        <translation>Save for</translation>
    </message>
    <message>
        <source>خودم، بی‌رمز</source>
        <translation>Myself, not encrypted</translation>
    </message>
    <message>
        <source>{name} (بی گواهی معتبر)</source>
        <translation>{name} (no valid certificate)</translation>
    </message>
    <message>
        <source>گیرنده پرونده</source>
        <translation>Receiver of the file</translation>
    </message>
</context>
<context>
    <name>ReceiversPage</name>
    <message>
        <source>گیرندگان خوانده می‌شوند…</source>
        <translation>Reading the receivers…</translation>
    </message>
    <message>
        <source>گواهی خوانده و بررسی می‌شود…</source>
        <translation>Reading and checking the certificate…</translation>
    </message>
    <message>
        <source>گیرنده‌ای ثبت نشده است</source>
        <translation>No receiver yet</translation>
    </message>
    <message>
        <source>گواهی کسی را که برایش پرونده می‌فرستید بیفزایید تا پرونده‌ها هنگام ذخیره برای او رمز شوند.</source>
        <translation>Add the certificate of whoever you send files to, so that files can be encrypted for them when they are saved.</translation>
    </message>
    <message>
        <source>اثر انگشت گواهی {name} (SHA-256):</source>
        <translation>Fingerprint of the certificate of {name} (SHA-256):</translation>
    </message>
    <message>
        <source>تا {day} معتبر</source>
        <translation>Valid to {day}</translation>
    </message>
    <message>
        <source>گیرنده ثبت شد؛ از این پس هنگام ذخیره پرونده‌ها می‌توان او را برگزید.</source>
        <translation>Receiver added; from now on they can be chosen when a file is saved.</translation>
    </message>
    <message>
        <source>گیرنده برداشته شد.</source>
        <translation>Receiver taken off the list.</translation>
    </message>
    <message>
        <source>گواهی (*.cer *.crt *.pem *.der);;همه پرونده‌ها (*)</source>
        <translation>Certificate (*.cer *.crt *.pem *.der);;All files (*)</translation>
    </message>
    <message>
        <source>گواهی گیرنده</source>
        <translation>Certificate of the receiver</translation>
    </message>
    <message>
        <source>گیرنده</source>
        <translation>Receiver</translation>
    </message>
    <message>
        <source>دارنده گواهی</source>
        <translation>Owner of the certificate</translation>
    </message>
    <message>
        <source>وضعیت</source>
        <translation>Standing</translation>
    </message>
    <message>
        <source>گیرندگان</source>
        <translation>Receivers</translation>
    </message>
    <message>
        <source>گیرنده تازه از پرونده گواهی</source>
        <translation>New receiver from a certificate file</translation>
    </message>
    <message>
        <source>برداشتن گیرنده</source>
        <translation>Take the receiver off</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>پرونده‌ای که برای گیرنده‌ای ذخیره شود، تنها با کلید خود او باز می‌شود؛ رونوشت بی‌رمز نمی‌ماند.</source>
        <translation>A file that is saved for a receiver is opened by their key alone; no plain copy stays.</translation>
    </message>
</context>
<context>
    <name>RemarkCard</name>
    <message>
        <source>ضابطه {rule} — {clause}</source>
        <translation>Rule {rule} — {clause}</translation>
    </message>
    <message>
        <source>ضابطه</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>دیدم، ایرادی ندارد</source>
        <translation>Seen, in order</translation>
    </message>
    <message>
        <source>کسر با این بند</source>
        <translation>Deduct by this clause</translation>
    </message>
    <message>
        <source>کسر با این بند از ردیف {no}</source>
        <translation>Deduct by this clause from line {no}</translation>
    </message>
    <message>
        <source>دیده شد؛ ایرادی ندارد ({initials})</source>
        <translation>Seen, in order ({initials})</translation>
    </message>
    <message>
        <source>با این بند از ردیف {no} کسر شد ({initials}): {reason}</source>
        <translation>Deducted by this clause from line {no} ({initials}): {reason}</translation>
    </message>
</context>
<context>
    <name>RequestFormPage</name>
    <message>
        <source>خانه فرم</source>
        <translation>Field of the form</translation>
    </message>
    <message>
        <source>آنچه هست</source>
        <translation>What stands there</translation>
    </message>
    <message>
        <source>از انتقال این بیمار چیزی خوانده نشده است؛ با Ctrl+5 آن را بنویسید.</source>
        <translation>Nothing has been read of a transfer of this patient; enter it with Ctrl+5.</translation>
    </message>
    <message>
        <source>{unread} فرم خالی را می‌توان چاپ کرد.</source>
        <translation>{unread} A blank form can be printed.</translation>
    </message>
    <message>
        <source>سند روی میز اعزام یا انتقال نیست؛ فرم خالی را می‌توان چاپ کرد.</source>
        <translation>The claim on the desk is no sending or transfer; a blank form can be printed.</translation>
    </message>
    <message>
        <source>خالی</source>
        <translation>blank</translation>
    </message>
    <message>
        <source>{count} خانه که فرم می‌خواهد خالی است؛ با کاغذ بسنجید: {missing}.</source>
        <translation>{count} fields that the form asks for are blank; compare the paper: {missing}.</translation>
    </message>
    <message>
        <source>هیچ خانه‌ای که فرم می‌خواهد خالی نیست.</source>
        <translation>No field that the form asks for is blank.</translation>
    </message>
    <message>
        <source>چاپ فرم</source>
        <translation>Print the form</translation>
    </message>
    <message>
        <source>فرم خالی سفر</source>
        <translation>Blank travel form</translation>
    </message>
    <message>
        <source>فرم خالی انتقال</source>
        <translation>Blank transfer form</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>فرم اعزام و انتقال</source>
        <translation>Form of sending and transfer</translation>
    </message>
</context>
<context>
    <name>RequestsPage</name>
    <message>
        <source>درخواست‌های خسارت متفرقه</source>
        <translation>Reimbursement requests</translation>
    </message>
    <message>
        <source>درخواست</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>بیمه‌شده</source>
        <translation>Insured person</translation>
    </message>
    <message>
        <source>وضعیت</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>شرح</source>
        <translation>What is told</translation>
    </message>
    <message>
        <source>درخواست‌ها خوانده می‌شود…</source>
        <translation>Reading the requests…</translation>
    </message>
    <message>
        <source>مراکزی که صورتحساب را به سپاس نفرستاده‌اند</source>
        <translation>Centres that did not send their bills through SEPAS</translation>
    </message>
    <message>
        <source>وضعیت {count} درخواست در {file} نوشته شد.</source>
        <translation>The status of {count} requests was written to {file}.</translation>
    </message>
    <message>
        <source>کارپوشه اکسل</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>جدول متنی</source>
        <translation>Text table</translation>
    </message>
    <message>
        <source>درخواستی نیست</source>
        <translation>There is no request</translation>
    </message>
    <message>
        <source>پرونده درخواست بیمه‌شده مانند هر پرونده سند وارد می‌شود.</source>
        <translation>The file of an insured person&apos;s request is imported like any claim file.</translation>
    </message>
    <message>
        <source>درخواست‌ها خوانده نشد</source>
        <translation>The requests could not be read</translation>
    </message>
    <message>
        <source>وضعیت درخواست {number}</source>
        <translation>Status of request {number}</translation>
    </message>
    <message>
        <source>ذخیره وضعیت‌ها</source>
        <translation>Save the statuses</translation>
    </message>
    <message>
        <source>برگ وضعیت</source>
        <translation>Status sheet</translation>
    </message>
    <message>
        <source>باز کردن سند</source>
        <translation>Open the claim</translation>
    </message>
    <message>
        <source>اکسل یا CSV</source>
        <translation>Excel or CSV</translation>
    </message>
    <message>
        <source>مراکز گزارش‌شدنی</source>
        <translation>Centres to report</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>RestCard</name>
    <message>
        <source>امضای همه</source>
        <translation>Sign all</translation>
    </message>
    <message>
        <source>انصراف</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>سندهای درخواست دیده می‌شود…</source>
        <translation>Looking through the submission…</translation>
    </message>
    <message>
        <source>در این درخواست سندی نیست که بتوان بی‌بازدید امضا کرد.</source>
        <translation>No claim of this submission can be signed without a look of its own.</translation>
    </message>
    <message>
        <source>{count} سند این درخواست، همان‌گونه که کارشناس امضا کرده است، امضا و بسته می‌شود.</source>
        <translation>Claims of this submission to be signed and closed as their reviewers signed them: {count}.</translation>
    </message>
    <message>
        <source>{done} از {count} سند امضا شد…</source>
        <translation>{done} of {count} claims signed…</translation>
    </message>
    <message>
        <source>Esc پس از سند در دست می‌ایستد؛ آنچه امضا شده است می‌ماند.</source>
        <translation>Esc stops after the claim in hand; what is signed stays.</translation>
    </message>
    <message>
        <source>{count} سند با جمع نادرست مرکز</source>
        <translation>with wrong sums of the centre: {count}</translation>
    </message>
    <message>
        <source>{count} سند که امضای فنی آن برقرار نیست</source>
        <translation>whose technical signature does not hold: {count}</translation>
    </message>
    <message>
        <source>{count} سند که خود شما رسیدگی کرده‌اید</source>
        <translation>that you reviewed yourself: {count}</translation>
    </message>
    <message>
        <source>برای دیدن یکایک می‌ماند: {told}</source>
        <translation>Left to be looked at one by one: {told}</translation>
    </message>
</context>
<context>
    <name>RuleBookPage</name>
    <message>
        <source>در این سند</source>
        <translation>On this claim</translation>
    </message>
    <message>
        <source>آزمودن در این سند</source>
        <translation>Try it on this claim</translation>
    </message>
    <message>
        <source>دفتر ضوابط باز می‌شود…</source>
        <translation>Opening the rule book…</translation>
    </message>
    <message>
        <source>دفتر ضوابط باز نشد</source>
        <translation>The rule book could not be opened</translation>
    </message>
    <message>
        <source>{count} ضابطه</source>
        <translation>{count} rules</translation>
    </message>
    <message>
        <source>ضابطه‌ای در این سند به کار نیامده است</source>
        <translation>No rule has acted on this claim</translation>
    </message>
    <message>
        <source>«در این سند» را بردارید تا همه را ببینید.</source>
        <translation>Clear “On this claim” to see them all.</translation>
    </message>
    <message>
        <source>ضابطه‌ای یافت نشد</source>
        <translation>No rule found</translation>
    </message>
    <message>
        <source>واژه دیگری بنویسید یا حوزه دیگری برگزینید.</source>
        <translation>Write another word or choose another area.</translation>
    </message>
    <message>
        <source>سندی روی میز نیست که ضابطه در آن آزموده شود.</source>
        <translation>There is no claim on the desk on which the rule could be tried.</translation>
    </message>
    <message>
        <source>این ضابطه چیزی نمی‌پرسد که پاسخ دیگری بتوان به آن داد.</source>
        <translation>This rule asks nothing that could be answered otherwise.</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>شماره ضابطه، بند، واژه، کد خدمت</source>
        <translation>Rule number, clause, word, service code</translation>
    </message>
    <message>
        <source>تنها ضابطه‌هایی که در سند روی میز یافته یا یادآوری دارند</source>
        <translation>Only rules with a finding or remark on the claim on the desk</translation>
    </message>
</context>
<context>
    <name>RuleDetails</name>
    <message>
        <source>ضابطه {rule}</source>
        <translation>Rule {rule}</translation>
    </message>
    <message>
        <source>حوزه</source>
        <translation>Area</translation>
    </message>
    <message>
        <source>منبع</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>نوع سند</source>
        <translation>Kinds of claim</translation>
    </message>
    <message>
        <source>تصمیم با</source>
        <translation>Decided by</translation>
    </message>
    <message>
        <source>اثر</source>
        <translation>Effect</translation>
    </message>
    <message>
        <source>آنچه می‌پرسد</source>
        <translation>What it asks</translation>
    </message>
    <message>
        <source>ارقام این بند</source>
        <translation>Figures of this clause</translation>
    </message>
    <message>
        <source>در برنامه</source>
        <translation>In the program</translation>
    </message>
    <message>
        <source>به کار می‌رود؛ در گام {phases}</source>
        <translation>Acts, in the step: {phases}</translation>
    </message>
    <message>
        <source>یادآوری به کارشناس؛ {place}</source>
        <translation>A remark to the reviewer, {place}</translation>
    </message>
    <message>
        <source>یافته جداگانه ندارد؛ در این ضابطه‌ها به کار رفته است: {rules}</source>
        <translation>Has no finding of its own; these rules carry it out: {rules}</translation>
    </message>
    <message>
        <source>یافته جداگانه ندارد؛ تعریف است یا در قیمت‌گذاری به کار رفته است</source>
        <translation>Has no finding of its own; it is a definition, or the pricing carries it out</translation>
    </message>
    <message>
        <source>در این نسخه برنامه هنوز به کار نمی‌رود؛ آن را خود کارشناس می‌سنجد</source>
        <translation>Does not act in this version yet; the reviewer judges it</translation>
    </message>
    <message>
        <source>نمونه‌ها (مبلغ‌ها به ریال و آزمایشی‌اند)</source>
        <translation>Examples (amounts are in rials and are test figures)</translation>
    </message>
</context>
<context>
    <name>RuleList</name>
    <message>
        <source>ضابطه‌ها</source>
        <translation>Rules</translation>
    </message>
</context>
<context>
    <name>RulePage</name>
    <message>
        <source>ضابطه یافته‌ای که برگزیده‌اید اینجا نشان داده می‌شود.</source>
        <translation>The rule behind the selected finding is shown here.</translation>
    </message>
    <message>
        <source>ضابطه {rule}</source>
        <translation>Rule {rule}</translation>
    </message>
    <message>
        <source>آنچه از روی سند می‌خواهد:</source>
        <translation>What it asks of the paper:</translation>
    </message>
</context>
<context>
    <name>SampleOutput</name>
    <message>
        <source>نتیجه نمونه</source>
        <translation>Result of the sample</translation>
    </message>
    <message>
        <source>اکسل</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>نتیجه نمونه در {file} نوشته شد.</source>
        <translation>The result of the sample was written to {file}.</translation>
    </message>
    <message>
        <source>کارپوشه اکسل</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>نتیجه نمونه‌گیری</source>
        <translation>Result of the sample</translation>
    </message>
    <message>
        <source>ذخیره کارپوشه اکسل</source>
        <translation>Save Excel workbook</translation>
    </message>
</context>
<context>
    <name>SamplePanel</name>
    <message>
        <source>موافقم و سند بعد نمونه</source>
        <translation>Agree, next of the sample</translation>
    </message>
    <message>
        <source>موافق نیستم</source>
        <translation>Don&apos;t agree</translation>
    </message>
    <message>
        <source>نمونه {number}: این سند و {others} سند دیگر از {drawn} سند دیده نشده است</source>
        <translation>Sample {number}: this claim and {others} others of {drawn} wait for a look</translation>
    </message>
    <message>
        <source>نمونه {number}: از {drawn} سند تنها همین سند دیده نشده است</source>
        <translation>Sample {number}: of {drawn} claims this one alone waits for a look</translation>
    </message>
    <message>
        <source>چرا در نمونه است: {why}</source>
        <translation>Why it is in the sample: {why}</translation>
    </message>
</context>
<context>
    <name>SamplePass</name>
    <message>
        <source>با چه چیز این سند موافق نیستید؟</source>
        <translation>With what of this claim do you not agree?</translation>
    </message>
</context>
<context>
    <name>SampleShelf</name>
    <message>
        <source>نمونه</source>
        <translation>Sample</translation>
    </message>
    <message>
        <source>شیوه</source>
        <translation>Method</translation>
    </message>
    <message>
        <source>کشیده‌شده</source>
        <translation>Drawn</translation>
    </message>
    <message>
        <source>ناظر</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>از میان</source>
        <translation>From among</translation>
    </message>
    <message>
        <source>نتیجه</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>نمونه‌ها</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>نمونه‌ها خوانده می‌شود…</source>
        <translation>Reading the samples…</translation>
    </message>
    <message>
        <source>نمونه‌ها خوانده نشد</source>
        <translation>The samples were not read</translation>
    </message>
    <message>
        <source>هنوز نمونه‌ای نیست</source>
        <translation>No samples yet</translation>
    </message>
    <message>
        <source>با Ctrl+N نمونه‌ای از سندهای امضاشده بکشید که کسی در آن‌ها از ضابطه جدا نشده است.</source>
        <translation>With Ctrl+N draw a sample of signed claims on which nobody departed from the rules.</translation>
    </message>
</context>
<context>
    <name>SampleTable</name>
    <message>
        <source>چرا در نمونه است: {why}</source>
        <translation>Why it is in the sample: {why}</translation>
    </message>
    <message>
        <source>{verdict}، {person}، {moment}</source>
        <translation>{verdict}, {person}, {moment}</translation>
    </message>
    <message>
        <source>{name}: {agreed} از {looked} موافق</source>
        <translation>{name}: agreed with {agreed} of {looked}</translation>
    </message>
    <message>
        <source>به تفکیک کارشناس: {people}</source>
        <translation>By reviewer: {people}</translation>
    </message>
    <message>
        <source>سند و بیمار</source>
        <translation>Claim and patient</translation>
    </message>
    <message>
        <source>مرکز و کارشناس</source>
        <translation>Centre and reviewer</translation>
    </message>
    <message>
        <source>تأییدشده</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>وضعیت</source>
        <translation>State</translation>
    </message>
    <message>
        <source>نظر ناظر</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>سندهای نمونه</source>
        <translation>Claims of the sample</translation>
    </message>
</context>
<context>
    <name>SamplingPage</name>
    <message>
        <source>{drawn} سند به دست آمد؛ بیش از این در این محدوده نبود.</source>
        <translation>{drawn} claims were drawn; there were no more within this scope.</translation>
    </message>
    <message>
        <source>با چه چیز این سند موافق نیستید؟</source>
        <translation>With what of this claim do you not agree?</translation>
    </message>
    <message>
        <source>نظر شما ثبت شد؛ {count} سند دیگر مانده است.</source>
        <translation>Your word was kept; {count} more claims wait.</translation>
    </message>
    <message>
        <source>همه سندهای نمونه دیده شد؛ نتیجه را با F8 ببینید و چاپ کنید.</source>
        <translation>All claims of the sample were looked at; see and print the result with F8.</translation>
    </message>
    <message>
        <source>سند با یادداشت شما به رسیدگی بازگشت و امضای آن باطل شد.</source>
        <translation>The claim went back to review with your note, and its signature was voided.</translation>
    </message>
    <message>
        <source>نمونه {number}</source>
        <translation>Sample {number}</translation>
    </message>
    <message>
        <source>نمونه‌گیری</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>نمونه تازه</source>
        <translation>New sample</translation>
    </message>
    <message>
        <source>باز کردن سند</source>
        <translation>Open the claim</translation>
    </message>
    <message>
        <source>موافقم</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>موافق نیستم</source>
        <translation>Don&apos;t agree</translation>
    </message>
    <message>
        <source>بازگرداندن به رسیدگی</source>
        <translation>Send back to review</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>SearchEditor</name>
    <message>
        <source>چند حرف بنویسید، سپس Enter</source>
        <translation>Type a few letters, then Enter</translation>
    </message>
</context>
<context>
    <name>SearchSomeEditor</name>
    <message>
        <source>چند حرف و Enter برای هر مورد؛ در پایان Enter روی جای خالی</source>
        <translation>A few letters and Enter for each; Enter on the empty field ends</translation>
    </message>
</context>
<context>
    <name>SheetPass</name>
    <message>
        <source>برگ رسیدگی</source>
        <translation>Assessment sheet</translation>
    </message>
</context>
<context>
    <name>SheetPreview</name>
    <message>
        <source>برگ رسیدگی {name}</source>
        <translation>Assessment sheet {name}</translation>
    </message>
    <message>
        <source>چاپ می‌شود…</source>
        <translation>Printing…</translation>
    </message>
    <message>
        <source>چاپ</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>ذخیره رونوشت</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>بزرگ‌تر</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>کوچک‌تر</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>هم‌اندازه پنجره</source>
        <translation>Fit the window</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>پیش‌نویس؛ هنوز امضا نشده است</source>
        <translation>Draft; not signed yet</translation>
    </message>
    <message>
        <source>صفحه {number} از {count}</source>
        <translation>Page {number} of {count}</translation>
    </message>
    <message>
        <source>برگ</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>{done} صفحه از {count} به چاپگر رفت؛ Esc لغو می‌کند.</source>
        <translation>{done} of {count} pages sent to the printer; Esc cancels.</translation>
    </message>
    <message>
        <source>چاپ لغو شد.</source>
        <translation>Printing was cancelled.</translation>
    </message>
    <message>
        <source>{pages} صفحه به چاپگر رفت.</source>
        <translation>Pages sent to the printer: {pages}.</translation>
    </message>
    <message>
        <source>رونوشت در «{path}» ذخیره شد.</source>
        <translation>A copy is saved in “{path}”.</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>میز رسیدگی</source>
        <translation>Audit desk</translation>
    </message>
    <message>
        <source>با نام کاربری و گذرواژه خود وارد شوید.</source>
        <translation>Sign in with your user name and password.</translation>
    </message>
    <message>
        <source>ورود</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>نام کاربری</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>گذرواژه</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>دفتر تازه</source>
        <translation>New office</translation>
    </message>
    <message>
        <source>این دفتر هنوز کسی ندارد. نخستین کس، مدیر دفتر است و می‌تواند رسیدگی هم بکند.</source>
        <translation>This office has nobody yet. The first person administers it, and may review as well.</translation>
    </message>
    <message>
        <source>ساختن دفتر</source>
        <translation>Make the office</translation>
    </message>
    <message>
        <source>نام و نام خانوادگی</source>
        <translation>Full name</translation>
    </message>
    <message>
        <source>گذرواژه (دست‌کم هشت نویسه)</source>
        <translation>Password (at least eight characters)</translation>
    </message>
    <message>
        <source>تکرار گذرواژه</source>
        <translation>Password again</translation>
    </message>
    <message>
        <source>نام کاربری را بنویسید.</source>
        <translation>Write your user name.</translation>
    </message>
    <message>
        <source>دو گذرواژه یکی نیست؛ دوباره بنویسید.</source>
        <translation>The two passwords differ; write them again.</translation>
    </message>
</context>
<context>
    <name>SomeField</name>
    <message>
        <source>هیچ‌کدام</source>
        <translation>none of them</translation>
    </message>
</context>
<context>
    <name>SomeOfEditor</name>
    <message>
        <source>ثبت؛ بی‌انتخاب یعنی هیچ‌کدام</source>
        <translation>Record; nothing chosen means none</translation>
    </message>
</context>
<context>
    <name>StatisticsHead</name>
    <message>
        <source>ارقام آزمایشی</source>
        <translation>Trial figures</translation>
    </message>
    <message>
        <source>{count} سند</source>
        <translation>Claims: {count}</translation>
    </message>
    <message>
        <source>درخواستی {amount}</source>
        <translation>claimed {amount}</translation>
    </message>
    <message>
        <source>تأییدشده {amount}</source>
        <translation>approved {amount}</translation>
    </message>
    <message>
        <source>کسر {amount} ریال</source>
        <translation>deducted {amount} rials</translation>
    </message>
    <message>
        <source>{count} سند رسیدگی‌نشده</source>
        <translation>not assessed: {count}</translation>
    </message>
    <message>
        <source>نظر کارشناسان در برابر ضوابط: {more} ریال بیشتر و {less} ریال کمتر پرداخته است.</source>
        <translation>Against the rules, people&apos;s words paid {more} rials more and {less} rials less.</translation>
    </message>
    <message>
        <source>کسر {amount} ریال، {share}</source>
        <translation>deducted {amount} rials, {share}</translation>
    </message>
    <message>
        <source>آمار</source>
        <translation>Statistics</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>کارپوشه اکسل نوشته می‌شود…</source>
        <translation>Writing the workbook…</translation>
    </message>
    <message>
        <source>چیزی برای نمایش نیست</source>
        <translation>Nothing to show</translation>
    </message>
    <message>
        <source>از این سندها چیزی کسر نشده یا نظری درباره آن داده نشده است.</source>
        <translation>Nothing is deducted from these claims, or nobody has judged it.</translation>
    </message>
    <message>
        <source>سندی با این پالایه‌ها نیست</source>
        <translation>No claim fits these filters</translation>
    </message>
    <message>
        <source>دوره یا یکی از پالایه‌ها را باز کنید.</source>
        <translation>Widen the period or one of the filters.</translation>
    </message>
    <message>
        <source>هنوز سندی امضا نشده است</source>
        <translation>No claim has been signed yet</translation>
    </message>
    <message>
        <source>برای دیدن همه سندها «تنها امضاشده‌ها» را بردارید.</source>
        <translation>Turn off “Signed only” to see all claims.</translation>
    </message>
    <message>
        <source>هنوز سندی در دفتر نیست</source>
        <translation>The office has no claims yet</translation>
    </message>
    <message>
        <source>پرونده سند مرکزی را وارد کنید.</source>
        <translation>Import the claim file of a centre.</translation>
    </message>
    <message>
        <source>آمار خوانده می‌شود…</source>
        <translation>Reading the figures…</translation>
    </message>
    <message>
        <source>آمار خوانده نشد</source>
        <translation>The figures could not be read</translation>
    </message>
    <message>
        <source>گزارش ساخته می‌شود…</source>
        <translation>Drawing the report…</translation>
    </message>
    <message>
        <source>گزارش آمار</source>
        <translation>Report of statistics</translation>
    </message>
    <message>
        <source>کارپوشه اکسل</source>
        <translation>Excel workbook</translation>
    </message>
    <message>
        <source>ذخیره کارپوشه اکسل</source>
        <translation>Save the workbook</translation>
    </message>
    <message>
        <source>آمار در «{path}» ذخیره شد.</source>
        <translation>The figures were saved in “{path}”.</translation>
    </message>
    <message>
        <source>نمودار بعد</source>
        <translation>Next chart</translation>
    </message>
    <message>
        <source>نمودار پیش</source>
        <translation>Previous chart</translation>
    </message>
    <message>
        <source>پالایه‌ها</source>
        <translation>Filters</translation>
    </message>
    <message>
        <source>اکسل</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>گزارش چاپی</source>
        <translation>Printed report</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>StayPage</name>
    <message>
        <source>آنچه در کنار صورت‌حساب است خوانده می‌شود…</source>
        <translation>Reading what is beside the bill…</translation>
    </message>
</context>
<context>
    <name>SubmissionChoice</name>
    <message>
        <source>درخواست هزینه</source>
        <translation>Submission</translation>
    </message>
    <message>
        <source>همه درخواست‌ها</source>
        <translation>All submissions</translation>
    </message>
    <message>
        <source>{submission} — {claims} سند</source>
        <translation>{submission} — claims: {claims}</translation>
    </message>
</context>
<context>
    <name>SubmissionSheetsPage</name>
    <message>
        <source>درخواست‌ها خوانده می‌شود…</source>
        <translation>Reading the submissions…</translation>
    </message>
    <message>
        <source>برگ‌ها در پوشه نوشته می‌شود</source>
        <translation>Writing the sheets to the folder</translation>
    </message>
    <message>
        <source>لغو شد؛ چیزی نوشته نشد.</source>
        <translation>Cancelled; nothing was written.</translation>
    </message>
    <message>
        <source>{sheet} ساخته می‌شود</source>
        <translation>Making: {sheet}</translation>
    </message>
    <message>
        <source>{sheet}، درخواست {submission}</source>
        <translation>{sheet}, submission {submission}</translation>
    </message>
    <message>
        <source>پوشه برگ‌ها</source>
        <translation>Folder of the sheets</translation>
    </message>
    <message>
        <source>{count} پرونده در پوشه {folder} نوشته شد.</source>
        <translation>{count} files were written to the folder {folder}.</translation>
    </message>
    <message>
        <source>تحویل ثبت می‌شود…</source>
        <translation>Recording the handover…</translation>
    </message>
    <message>
        <source>تحویل گزارش در {day} ثبت شد.</source>
        <translation>The handover of the report on {day} was recorded.</translation>
    </message>
    <message>
        <source>گزارش عملکرد</source>
        <translation>Performance report</translation>
    </message>
    <message>
        <source>صورت کسورات</source>
        <translation>Deduction statement</translation>
    </message>
    <message>
        <source>روکش</source>
        <translation>Cover sheet</translation>
    </message>
    <message>
        <source>همه برگ‌ها</source>
        <translation>All sheets</translation>
    </message>
</context>
<context>
    <name>SumsBar</name>
    <message>
        <source>جمع درخواستی</source>
        <translation>Claimed</translation>
    </message>
    <message>
        <source>تعدیل</source>
        <translation>Deducted</translation>
    </message>
    <message>
        <source>جمع تأییدشده (ریال)</source>
        <translation>Approved (rials)</translation>
    </message>
    <message>
        <source>سهم بیمه‌شده</source>
        <translation>Patient&apos;s share</translation>
    </message>
    <message>
        <source>سهم سازمان</source>
        <translation>Insurer&apos;s share</translation>
    </message>
</context>
<context>
    <name>SumsTable</name>
    <message>
        <source>نوشته مرکز</source>
        <translation>By the centre</translation>
    </message>
    <message>
        <source>از ردیف‌ها</source>
        <translation>From its lines</translation>
    </message>
    <message>
        <source>اختلاف</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>پس از رسیدگی</source>
        <translation>After review</translation>
    </message>
</context>
<context>
    <name>SupervisionPass</name>
    <message>
        <source>تأیید و سند بعد</source>
        <translation>Endorse, next claim</translation>
    </message>
    <message>
        <source>بازگرداندن به رسیدگی</source>
        <translation>Sent back to review</translation>
    </message>
    <message>
        <source>اختلاف‌های سند را ببینید و سپس F9 را بزنید.</source>
        <translation>Look at the departures of the claim, then press F9.</translation>
    </message>
    <message>
        <source>اختلاف‌های سند تأیید شد.</source>
        <translation>The departures of the claim are endorsed.</translation>
    </message>
    <message>
        <source>چرا سند به رسیدگی بازمی‌گردد؟</source>
        <translation>Why does the claim go back to review?</translation>
    </message>
    <message>
        <source>سند با یادداشت شما به رسیدگی بازگشت و امضای آن باطل شد.</source>
        <translation>The claim went back to review with your note, and its signature is void.</translation>
    </message>
    <message>
        <source>{told} این آخرین سند صف بود.</source>
        <translation>{told} This was the last claim of the queue.</translation>
    </message>
</context>
<context>
    <name>SureCard</name>
    <message>
        <source>انجام شود</source>
        <translation>Do it</translation>
    </message>
    <message>
        <source>انصراف</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>علت را بنویسید یا با چند حرف از فهرست برگزینید</source>
        <translation>Write the reason, or type a few letters to choose from the list</translation>
    </message>
</context>
<context>
    <name>TechnicalPass</name>
    <message>
        <source>امضا</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>امضا و سند بعد</source>
        <translation>Sign and next claim</translation>
    </message>
    <message>
        <source>{name} این سند را به رسیدگی بازگرداند ({moment}): {note}</source>
        <translation>{name} sent this claim back to review ({moment}): {note}</translation>
    </message>
    <message>
        <source>صورت سند را ببینید و سپس F9 را بزنید.</source>
        <translation>Look at the bill first, then press F9.</translation>
    </message>
    <message>
        <source>برگ رسیدگی امضا می‌شود…</source>
        <translation>Signing the assessment sheet…</translation>
    </message>
    <message>
        <source>هنوز {count} پرسش باز است؛ پس از پاسخ، F9 را بزنید.</source>
        <translation>Questions still open: {count}. Answer them, then press F9.</translation>
    </message>
    <message>
        <source>نتیجه ردیفی پس از نظر شما تغییر کرده است؛ دوباره نظر دهید.</source>
        <translation>The result of a line has changed since your decision; decide again.</translation>
    </message>
    <message>
        <source>هنوز {count} اعتراض مرکز بی‌پاسخ است؛ با Ctrl+J پاسخ دهید و سپس F9 را بزنید.</source>
        <translation>{count} objections of the centre are not answered yet; answer with Ctrl+J, then press F9.</translation>
    </message>
    <message>
        <source>برگ رسیدگی امضا و ثبت شد؛ برای دیدن و چاپ F10 را بزنید.</source>
        <translation>The assessment sheet is signed and kept; press F10 to see and print it.</translation>
    </message>
    <message>
        <source>برگ رسیدگی امضا و ثبت شد؛ این آخرین سند صف بود.</source>
        <translation>The assessment sheet is signed and kept; this was the last claim of the queue.</translation>
    </message>
</context>
<context>
    <name>ThresholdsPage</name>
    <message>
        <source>آستانه‌های نظارت</source>
        <translation>Supervision thresholds</translation>
    </message>
    <message>
        <source>پرداخت بیش از نتیجه ضوابط همیشه نزد ناظر می‌رود. اختلافی هم که از یکی از این آستانه‌ها بگذرد، به هر سو که باشد، پس از امضا در انتظار ناظر می‌ماند. خانه خالی یعنی بی‌آستانه.</source>
        <translation>Paying more than the rules say always goes to the supervisor. A departure that exceeds one of these thresholds, whichever way it goes, waits for the supervisor after the signature too. An empty field is no threshold.</translation>
    </message>
    <message>
        <source>ثبت آستانه‌ها</source>
        <translation>Set the thresholds</translation>
    </message>
    <message>
        <source>جمع اختلاف‌های سند، بیش از این مبلغ (ریال)</source>
        <translation>Sum of a claim&apos;s departures, above this amount (rials)</translation>
    </message>
    <message>
        <source>جمع اختلاف‌ها، بیش از این درصد از مبلغ درخواستی</source>
        <translation>Sum of the departures, above this percentage of the claimed amount</translation>
    </message>
    <message>
        <source>بازگشت به سند</source>
        <translation>Back to the claim</translation>
    </message>
    <message>
        <source>آستانه‌های نظارت ثبت شد؛ از امضای بعدی به کار می‌روند.</source>
        <translation>The supervision thresholds are set; they apply from the next signature on.</translation>
    </message>
</context>
<context>
    <name>TimesCard</name>
    <message>
        <source>زمان‌های بستری</source>
        <translation>Times of the stay</translation>
    </message>
    <message>
        <source>روز عمل، {day}</source>
        <translation>Day of operation, {day}</translation>
    </message>
    <message>
        <source>نیامده</source>
        <translation>not stated</translation>
    </message>
    <message>
        <source>پذیرش {moment}</source>
        <translation>Admission {moment}</translation>
    </message>
    <message>
        <source>دستور ترخیص {day}</source>
        <translation>Discharge ordered {day}</translation>
    </message>
    <message>
        <source>ترخیص {moment}</source>
        <translation>Discharge {moment}</translation>
    </message>
    <message>
        <source>تخت‌روز قابل پرداخت: {days}</source>
        <translation>Payable bed-days: {days}</translation>
    </message>
    <message>
        <source>زمان آغاز و پایان عمل خوانده نشده است: {lines}</source>
        <translation>Start and end of the operation have not been read: {lines}</translation>
    </message>
    <message>
        <source>تاریخ پذیرش در صورت‌حساب نیست؛ نمودار زمان کشیده نمی‌شود.</source>
        <translation>The bill has no date of admission; no time line is drawn.</translation>
    </message>
</context>
<context>
    <name>TouchedModel</name>
    <message>
        <source>سند</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>بیمار</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>ردیف</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>خدمت</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>اکنون</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>پس از این</source>
        <translation>Afterwards</translation>
    </message>
    <message>
        <source>تفاوت</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>کل سند</source>
        <translation>Whole claim</translation>
    </message>
</context>
<context>
    <name>TouchedTable</name>
    <message>
        <source>ردیف‌هایی که تغییر می‌کنند</source>
        <translation>Lines that change</translation>
    </message>
</context>
<context>
    <name>TransferCard</name>
    <message>
        <source>{kind}: سهم سازمان {insurer} ریال، سهم بیمه‌شده {patient} ریال</source>
        <translation>{kind}: insurer&apos;s share {insurer} rials, patient&apos;s share {patient} rials</translation>
    </message>
    <message>
        <source>طرف قرارداد</source>
        <translation>under contract</translation>
    </message>
    <message>
        <source>بی‌قرارداد در آن روز</source>
        <translation>without a contract on that day</translation>
    </message>
    <message>
        <source>مقصد: {centre}</source>
        <translation>Destination: {centre}</translation>
    </message>
    <message>
        <source>؛ تشخیص: {diagnosis}</source>
        <translation>; diagnosis: {diagnosis}</translation>
    </message>
    <message>
        <source>گزینش</source>
        <translation>choose</translation>
    </message>
    <message>
        <source>فاصله</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>تیک</source>
        <translation>tick</translation>
    </message>
    <message>
        <source>ضابطه</source>
        <translation>rule</translation>
    </message>
    <message>
        <source>فرم درخواست و خانه‌های خالی آن</source>
        <translation>request form and its blanks</translation>
    </message>
    <message>
        <source>انتقال بیمار</source>
        <translation>Transfer of the patient</translation>
    </message>
</context>
<context>
    <name>TravelPage</name>
    <message>
        <source>فرم سفر ثبت شد و سند آن باز است.</source>
        <translation>The travel form is saved and its claim is open.</translation>
    </message>
    <message>
        <source>ثبت سند</source>
        <translation>Save the claim</translation>
    </message>
    <message>
        <source>ردیف تازه</source>
        <translation>New line</translation>
    </message>
    <message>
        <source>حذف ردیف</source>
        <translation>Remove line</translation>
    </message>
    <message>
        <source>باز کردن سند نخست</source>
        <translation>Open the first claim</translation>
    </message>
    <message>
        <source>فرم تازه</source>
        <translation>New form</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>سند سفر از روی کاغذ</source>
        <translation>Travel claim from paper</translation>
    </message>
</context>
<context>
    <name>TrialBill</name>
    <message>
        <source>تأییدشده از {before} به {after} ریال</source>
        <translation>Approved: from {before} to {after} rials</translation>
    </message>
    <message>
        <source>تأییدشده {amount} ریال؛ تفاوتی نکرده است</source>
        <translation>Approved: {amount} rials; no difference</translation>
    </message>
    <message>
        <source>ردیف</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>درخواستی</source>
        <translation>Claimed</translation>
    </message>
    <message>
        <source>اکنون</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>در آزمایش</source>
        <translation>In the trial</translation>
    </message>
</context>
<context>
    <name>TrialPane</name>
    <message>
        <source>آزمودن ضابطه {rule} در این سند</source>
        <translation>Trying rule {rule} on this claim</translation>
    </message>
    <message>
        <source>نامعلوم</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>بله</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>خیر</source>
        <translation>no</translation>
    </message>
    <message>
        <source>ردیف {no}، {title}</source>
        <translation>line {no}, {title}</translation>
    </message>
    <message>
        <source>آزمایشی؛ چیزی ثبت نمی‌شود</source>
        <translation>A trial; nothing is stored</translation>
    </message>
    <message>
        <source>مورد پیش و بعد</source>
        <translation>previous and next fact</translation>
    </message>
    <message>
        <source>بازگشت به ضابطه</source>
        <translation>back to the rule</translation>
    </message>
    <message>
        <source>موردهای این ضابطه</source>
        <translation>Facts of this rule</translation>
    </message>
    <message>
        <source>مقداری برگزینید تا اثرش را ببینید.</source>
        <translation>Choose a value to see what it does.</translation>
    </message>
</context>
<context>
    <name>TrialView</name>
    <message>
        <source>نظر ضوابط با نوشتن فرم در همین جا می‌آید.</source>
        <translation>What the rules say comes here as the form is typed.</translation>
    </message>
    <message>
        <source>درخواست: {amount}</source>
        <translation>Claimed: {amount}</translation>
    </message>
    <message>
        <source>پرداختنی: {amount}</source>
        <translation>Payable: {amount}</translation>
    </message>
    <message>
        <source>ارقام آزمایشی</source>
        <translation>Trial figures</translation>
    </message>
    <message>
        <source>هیچ ضابطه‌ای ایرادی نمی‌گیرد.</source>
        <translation>No rule finds a fault.</translation>
    </message>
    <message>
        <source>ردیف {no}: </source>
        <translation>Line {no}: </translation>
    </message>
    <message>
        <source>{said} — می‌پرسد: {asked}</source>
        <translation>{said} — asks for: {asked}</translation>
    </message>
</context>
<context>
    <name>TypedEditor</name>
    <message>
        <source>ثبت</source>
        <translation>Record</translation>
    </message>
</context>
<context>
    <name>TypedList</name>
    <message>
        <source>شماره بیمه‌شده یا کد رهگیری</source>
        <translation>Number of the insured or tracking code</translation>
    </message>
    <message>
        <source>استعلامی با این نشانی نیست</source>
        <translation>No such inquiry</translation>
    </message>
    <message>
        <source>هنوز استعلامی ثبت نشده است</source>
        <translation>No inquiry has been recorded yet</translation>
    </message>
    <message>
        <source>هر استعلام یک بار نوشته می‌شود و برای همه سندهای آن بیمه‌شده و آن روز است.</source>
        <translation>Each inquiry is typed once and serves all claims of that person and day.</translation>
    </message>
    <message>
        <source>شماره بیمه‌شده</source>
        <translation>Number of the insured</translation>
    </message>
    <message>
        <source>روز خدمت</source>
        <translation>Day of service</translation>
    </message>
    <message>
        <source>پاسخ</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>کد رهگیری</source>
        <translation>Tracking code</translation>
    </message>
    <message>
        <source>استعلام</source>
        <translation>Inquiry</translation>
    </message>
    <message>
        <source>ثبت</source>
        <translation>Recorded</translation>
    </message>
    <message>
        <source>استعلام‌های ثبت‌شده</source>
        <translation>Recorded inquiries</translation>
    </message>
</context>
<context>
    <name>ViewChips</name>
    <message>
        <source>برگشت به مرکز یا ارجاع به اداره نظارت</source>
        <translation>Returned to the centre, or referred to the supervision office</translation>
    </message>
    <message>
        <source>سندهایی که امضایشان باطل شده یا نسخه‌ای پس از امضا دارند</source>
        <translation>Claims of which a signature was voided, or with a version after the signed one</translation>
    </message>
</context>
<context>
    <name>WaitingList</name>
    <message>
        <source>و {count} سند دیگر</source>
        <translation>and {count} more claims</translation>
    </message>
    <message>
        <source>بیمه‌شده</source>
        <translation>Insured person</translation>
    </message>
    <message>
        <source>روز خدمت</source>
        <translation>Day of service</translation>
    </message>
    <message>
        <source>سندها</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>پرسش</source>
        <translation>Query</translation>
    </message>
    <message>
        <source>در انتظار استعلام</source>
        <translation>Waiting for an inquiry</translation>
    </message>
</context>
<context>
    <name>WhyPane</name>
    <message>
        <source>چرا؟</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>ضابطه، بند و حساب هر ردیف اینجا دیده می‌شود.</source>
        <translation>Rule, clause and arithmetic of each line are shown here.</translation>
    </message>
    <message>
        <source>چرا</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>سابقه</source>
        <translation>History</translation>
    </message>
    <message>
        <source>نظرها</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>ضابطه</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>یافته بعد</source>
        <translation>Next finding</translation>
    </message>
    <message>
        <source>یافته پیش</source>
        <translation>Previous finding</translation>
    </message>
    <message>
        <source>یافته وارد است</source>
        <translation>Uphold the finding</translation>
    </message>
    <message>
        <source>چشم‌پوشی از یافته</source>
        <translation>Waive the finding</translation>
    </message>
    <message>
        <source>کسر با بند نظر کارشناس</source>
        <translation>Deduct by the remark</translation>
    </message>
    <message>
        <source>متن ضابطه در دفتر ضوابط</source>
        <translation>Read the rule in the rule book</translation>
    </message>
    <message>
        <source>کل سند</source>
        <translation>Whole claim</translation>
    </message>
    <message>
        <source>ردیف {no}: {title}</source>
        <translation>Line {no}: {title}</translation>
    </message>
</context>
<context>
    <name>WordsPane</name>
    <message>
        <source>ضابطه‌ها</source>
        <translation>Rules</translation>
    </message>
    <message>
        <source>کارشناسان</source>
        <translation>Reviewers</translation>
    </message>
    <message>
        <source>هر کارشناس درباره {rule}</source>
        <translation>Each reviewer on {rule}</translation>
    </message>
</context>
<context>
    <name>WorkInHandPage</name>
    <message>
        <source>کارهای در دست</source>
        <translation>Work in hand</translation>
    </message>
    <message>
        <source>کارها خوانده می‌شود…</source>
        <translation>Reading the work…</translation>
    </message>
    <message>
        <source>کارهای در دست — {count} درخواست، {overdue} با مهلت گذشته</source>
        <translation>Work in hand — {count} submissions, {overdue} overdue</translation>
    </message>
    <message>
        <source>کاری در دست نیست</source>
        <translation>No work in hand</translation>
    </message>
    <message>
        <source>همه سندهای دفتر بسته شده است.</source>
        <translation>Every claim of the office is closed.</translation>
    </message>
    <message>
        <source>و {count} میز دیگر</source>
        <translation>and {count} more desks</translation>
    </message>
    <message>
        <source>اکنون سندی روی میزی باز نیست.</source>
        <translation>No claim lies on a desk now.</translation>
    </message>
    <message>
        <source>درخواست {request} از {centre} به کدام کارشناس واگذار شود؟</source>
        <translation>To which reviewer is submission {request} of {centre} assigned?</translation>
    </message>
    <message>
        <source>واگذاری درخواست پس گرفته شد.</source>
        <translation>The assignment was taken back.</translation>
    </message>
    <message>
        <source>درخواست به {name} واگذار شد.</source>
        <translation>The submission was assigned to {name}.</translation>
    </message>
    <message>
        <source>کارها خوانده نشد</source>
        <translation>The work could not be read</translation>
    </message>
    <message>
        <source>درخواست‌های در دست</source>
        <translation>Submissions in hand</translation>
    </message>
    <message>
        <source>سندهای درخواست در صف</source>
        <translation>Its claims in the queue</translation>
    </message>
    <message>
        <source>واگذاری به کارشناس</source>
        <translation>Assign to a reviewer</translation>
    </message>
    <message>
        <source>پس گرفتن واگذاری</source>
        <translation>Take the assignment back</translation>
    </message>
    <message>
        <source>تازه کردن</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>بازگشت</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>اکنون روی میزها</source>
        <translation>On the desks now</translation>
    </message>
</context>
<context>
    <name>YesNoEditor</name>
    <message>
        <source>بله، درست است</source>
        <translation>Yes, it is so</translation>
    </message>
    <message>
        <source>خیر</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>answers</name>
    <message>
        <source>بله</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>خیر</source>
        <translation>No</translation>
    </message>
    <message>
        <source>ردیف {no}</source>
        <translation>Line {no}</translation>
    </message>
    <message>
        <source>میان موردها ویرگول بگذارید</source>
        <translation>Separate them with commas</translation>
    </message>
    <message>
        <source>۱۳۹۵/۰۳/۰۷</source>
        <translation>1395/03/07</translation>
    </message>
    <message>
        <source>۱۳۹۵/۰۳/۰۷ ۰۸:۳۰</source>
        <translation>1395/03/07 08:30</translation>
    </message>
    <message>
        <source>عدد</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>عدد، مانند ۲٫۵</source>
        <translation>Number, such as 2.5</translation>
    </message>
    <message>
        <source>پاسخ را بنویسید</source>
        <translation>Write the answer</translation>
    </message>
    <message>
        <source>پاسخ را بنویسید.</source>
        <translation>Write the answer.</translation>
    </message>
    <message>
        <source>تاریخ شمسی را مانند ۱۳۹۵/۰۳/۰۷ بنویسید.</source>
        <translation>Write the Jalali date like 1395/03/07.</translation>
    </message>
    <message>
        <source>چنین روزی در تقویم نیست؛ تاریخ را اصلاح کنید.</source>
        <translation>The calendar has no such day; correct the date.</translation>
    </message>
    <message>
        <source>تاریخ و ساعت را مانند ۱۳۹۵/۰۳/۰۷ ۰۸:۳۰ بنویسید.</source>
        <translation>Write date and time like 1395/03/07 08:30.</translation>
    </message>
    <message>
        <source>ساعت میان ۰۰:۰۰ و ۲۳:۵۹ است؛ آن را اصلاح کنید.</source>
        <translation>The time lies between 00:00 and 23:59; correct it.</translation>
    </message>
    <message>
        <source>یک عدد بی‌اعشار بنویسید.</source>
        <translation>Write a whole number.</translation>
    </message>
    <message>
        <source>یک عدد بنویسید، مانند ۱۲ یا ۲٫۵.</source>
        <translation>Write a number such as 12 or 2.5.</translation>
    </message>
    <message>
        <source>سند {amount}</source>
        <translation>claim {amount}</translation>
    </message>
    <message>
        <source>ردیف {line} · سند {claim}</source>
        <translation>line {line} · claim {claim}</translation>
    </message>
</context>
<context>
    <name>batch</name>
    <message>
        <source>بی‌تغییر</source>
        <translation>unchanged</translation>
    </message>
    <message>
        <source>{amount} بیشتر</source>
        <translation>{amount} more</translation>
    </message>
    <message>
        <source>{amount} کمتر</source>
        <translation>{amount} less</translation>
    </message>
</context>
<context>
    <name>bill</name>
    <message>
        <source>تعداد {count}</source>
        <translation>Quantity {count}</translation>
    </message>
    <message>
        <source>{count} پرسش</source>
        <translation>{count} questions</translation>
    </message>
    <message>
        <source>{count} ردیف</source>
        <translation>Lines: {count}</translation>
    </message>
    <message>
        <source>ردیف</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>کد</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>عنوان خدمت</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>تعداد</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>مبلغ درخواستی</source>
        <translation>Claimed amount</translation>
    </message>
    <message>
        <source>مبلغ تأییدشده</source>
        <translation>Approved amount</translation>
    </message>
    <message>
        <source>درست</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>اصلاح‌شده</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>حذف‌شده</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>در انتظار پاسخ</source>
        <translation>Waiting for an answer</translation>
    </message>
    <message>
        <source>{said}، تصحیح حسابداری به جای {amount}</source>
        <translation>{said}, correction of the accounts in place of {amount}</translation>
    </message>
    <message>
        <source>{most} یا {least}</source>
        <translation>{most} or {least}</translation>
    </message>
    <message>
        <source>{least} تا {most}</source>
        <translation>{least} to {most}</translation>
    </message>
    <message>
        <source>بی‌پاسخ</source>
        <translation>not answered</translation>
    </message>
    <message>
        <source>اعتراض</source>
        <translation>objection</translation>
    </message>
    <message>
        <source>پاسخ داده شد</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>نسخه {version}: {amount}</source>
        <translation>version {version}: {amount}</translation>
    </message>
    <message>
        <source>تعدیل {codes}</source>
        <translation>Modifiers {codes}</translation>
    </message>
    <message>
        <source>حسابداری: {reason}</source>
        <translation>Accounts: {reason}</translation>
    </message>
    <message>
        <source>دوباره نظر دهید</source>
        <translation>Decide again</translation>
    </message>
    <message>
        <source>دوباره نظر دهید؛ نظر پیشین {amount}</source>
        <translation>Decide again; the decision before was {amount}</translation>
    </message>
    <message>
        <source>کسر {amount} · {rule}</source>
        <translation>Less {amount} · {rule}</translation>
    </message>
    <message>
        <source>پرسش: {labels}</source>
        <translation>Question: {labels}</translation>
    </message>
    <message>
        <source>هیچ ضابطه‌ای بهای این ردیف را حساب نکرده است.</source>
        <translation>No rule has worked out the price of this line.</translation>
    </message>
    <message>
        <source>ضابطه {rule}</source>
        <translation>Rule {rule}</translation>
    </message>
    <message>
        <source>ضابطه {rule}: از {before} به {after}</source>
        <translation>Rule {rule}: from {before} to {after}</translation>
    </message>
</context>
<context>
    <name>decisions</name>
    <message>
        <source>کل سند</source>
        <translation>Whole claim</translation>
    </message>
    <message>
        <source>ردیف {no}</source>
        <translation>Line {no}</translation>
    </message>
    <message>
        <source>{place}: {what}</source>
        <translation>{place}: {what}</translation>
    </message>
    <message>
        <source>{place}، تصحیح حسابداری: {what}</source>
        <translation>{place}, correction of the accounts: {what}</translation>
    </message>
    <message>
        <source>پاسخ به اعتراض مرکز</source>
        <translation>answer to the centre’s objection</translation>
    </message>
    <message>
        <source>بله</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>خیر</source>
        <translation>No</translation>
    </message>
    <message>
        <source>مبلغ {amount} ریال</source>
        <translation>Amount {amount} rials</translation>
    </message>
    <message>
        <source>کسر تا {amount} ریال با ضابطه {rule}</source>
        <translation>Deducted to {amount} rials by rule {rule}</translation>
    </message>
    <message>
        <source>چشم‌پوشی از ضابطه {rule}</source>
        <translation>Rule {rule} waived</translation>
    </message>
    <message>
        <source>ضابطه {rule} دیده شد؛ ایرادی ندارد</source>
        <translation>Rule {rule} seen, in order</translation>
    </message>
    <message>
        <source>تأیید ضابطه {rule}</source>
        <translation>Rule {rule} upheld</translation>
    </message>
</context>
<context>
    <name>eligibility</name>
    <message>
        <source>از استعلام {day}، {way}: {answer}</source>
        <translation>From the inquiry of {day}, {way}: {answer}</translation>
    </message>
    <message>
        <source>کد رهگیری {code}</source>
        <translation>tracking code {code}</translation>
    </message>
    <message>
        <source>تا {day}</source>
        <translation>until {day}</translation>
    </message>
    <message>
        <source>استعلام {number} ثبت شد و پاسخ {count} سند باز را داد.</source>
        <translation>The inquiry about {number} was recorded and answers {count} open claims.</translation>
    </message>
    <message>
        <source>استعلام {number} ثبت شد؛ اکنون سند بازی از آن پاسخ نمی‌گیرد.</source>
        <translation>The inquiry about {number} was recorded; no open claim takes its answer now.</translation>
    </message>
    <message>
        <source>جای استعلام پیشین این بیمه‌شده و روز را گرفت که «{answer}» بود.</source>
        <translation>It stands in place of the inquiry before about this person and day, which said “{answer}”.</translation>
    </message>
    <message>
        <source>در این سندها پاسخ دیگری نوشته شده و همان مانده است: {claims}.</source>
        <translation>These claims say otherwise, and their answer stays: {claims}.</translation>
    </message>
    <message>
        <source>کد، بیمار خاص را نشان می‌دهد و بیماری او در این سندها نیست: {claims}.</source>
        <translation>The code says special patient, and no illness stands on these claims: {claims}.</translation>
    </message>
</context>
<context>
    <name>finding</name>
    <message>
        <source>حذف</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>کاهش</source>
        <translation>Reduce</translation>
    </message>
    <message>
        <source>پرسش</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>ارجاع</source>
        <translation>Refer to the supervision office</translation>
    </message>
    <message>
        <source>یادآوری</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>تاریخ</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>کد</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>تعداد</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>مرکز</source>
        <translation>Centre</translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>ویزیت</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>خدمات پزشکی سرپایی</source>
        <translation>Outpatient medical services</translation>
    </message>
    <message>
        <source>دندان‌پزشکی</source>
        <translation>Dentistry</translation>
    </message>
    <message>
        <source>فیزیوتراپی</source>
        <translation>Physiotherapy</translation>
    </message>
    <message>
        <source>آزمایشگاه</source>
        <translation>Laboratory</translation>
    </message>
    <message>
        <source>تصویربرداری</source>
        <translation>Imaging</translation>
    </message>
    <message>
        <source>پزشکی هسته‌ای</source>
        <translation>Nuclear medicine</translation>
    </message>
    <message>
        <source>رادیوتراپی</source>
        <translation>Radiotherapy</translation>
    </message>
    <message>
        <source>بستری</source>
        <translation>Inpatient</translation>
    </message>
    <message>
        <source>بستری موقت</source>
        <translation>Day admission</translation>
    </message>
    <message>
        <source>هزینه سفر و همراه</source>
        <translation>Travel and companion</translation>
    </message>
    <message>
        <source>مشاوره</source>
        <translation>Consultation</translation>
    </message>
    <message>
        <source>هتلینگ</source>
        <translation>Hotel</translation>
    </message>
    <message>
        <source>پرستاری</source>
        <translation>Nursing</translation>
    </message>
    <message>
        <source>اعمال جراحی</source>
        <translation>Surgery</translation>
    </message>
    <message>
        <source>کمک‌جراح</source>
        <translation>Assistant surgeon</translation>
    </message>
    <message>
        <source>بیهوشی</source>
        <translation>Anaesthesia</translation>
    </message>
    <message>
        <source>اتاق عمل</source>
        <translation>Operating room</translation>
    </message>
    <message>
        <source>دارو</source>
        <translation>Drugs</translation>
    </message>
    <message>
        <source>لوازم مصرفی</source>
        <translation>Supplies</translation>
    </message>
    <message>
        <source>پروتز</source>
        <translation>Prosthesis</translation>
    </message>
    <message>
        <source>آزمایش</source>
        <translation>Laboratory tests</translation>
    </message>
    <message>
        <source>آسیب‌شناسی</source>
        <translation>Pathology</translation>
    </message>
    <message>
        <source>شیمی‌درمانی</source>
        <translation>Chemotherapy</translation>
    </message>
    <message>
        <source>ثبت‌ها (نوار قلب، مغز و عضله)</source>
        <translation>Recordings (ECG, EEG, EMG)</translation>
    </message>
    <message>
        <source>دیالیز</source>
        <translation>Dialysis</translation>
    </message>
    <message>
        <source>عمل جراحی گلوبال</source>
        <translation>Global surgery</translation>
    </message>
    <message>
        <source>سایر خدمات</source>
        <translation>Other services</translation>
    </message>
    <message>
        <source>سفر و همراه</source>
        <translation>Travel and companion</translation>
    </message>
    <message>
        <source>دریافت‌شده</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>در دست رسیدگی</source>
        <translation>In review</translation>
    </message>
    <message>
        <source>در انتظار ناظر</source>
        <translation>Awaiting supervisor</translation>
    </message>
    <message>
        <source>پایان رسیدگی فنی</source>
        <translation>Technically done</translation>
    </message>
    <message>
        <source>در حسابداری</source>
        <translation>In accounting</translation>
    </message>
    <message>
        <source>بسته‌شده</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>اعتراض مرکز</source>
        <translation>Objected to</translation>
    </message>
    <message>
        <source>برگشت به مرکز</source>
        <translation>Returned to the centre</translation>
    </message>
    <message>
        <source>ارجاع به اداره نظارت</source>
        <translation>Referred to the supervision office</translation>
    </message>
    <message>
        <source>این سند در انتظار نظر ناظر است و تا پاسخ او تغییری نمی‌پذیرد.</source>
        <translation>This claim awaits the supervisor and takes no change until the answer.</translation>
    </message>
    <message>
        <source>رسیدگی فنی این سند امضا شده است و سند در نوبت حسابداری است.</source>
        <translation>The technical review of this claim is signed; it waits for the accountant.</translation>
    </message>
    <message>
        <source>این سند در حسابداری است و رسیدگی فنی آن تغییری نمی‌پذیرد.</source>
        <translation>This claim is in accounting, and its technical review takes no change.</translation>
    </message>
    <message>
        <source>این سند بسته شده است؛ تغییر آن تنها پس از اعتراض مرکز ممکن است.</source>
        <translation>This claim is closed; it can be changed only after the centre objects.</translation>
    </message>
    <message>
        <source>مرکز به این سند اعتراض کرده است؛ رسیدگی دوباره آن نسخه‌ای تازه می‌سازد.</source>
        <translation>The centre has objected to this claim; reviewing it again makes a new version.</translation>
    </message>
    <message>
        <source>این سند به مرکز برگشت داده شده است و تا بازگشت آن تغییری نمی‌پذیرد.</source>
        <translation>This claim was returned to the centre and takes no change until it comes back.</translation>
    </message>
    <message>
        <source>این سند به اداره نظارت ارجاع شده است و تا پاسخ آن تغییری نمی‌پذیرد.</source>
        <translation>This claim was referred to the supervision office and takes no change until the answer.</translation>
    </message>
    <message>
        <source>بیمه سلامت</source>
        <translation>Health Insurance (Salamat)</translation>
    </message>
    <message>
        <source>تأمین اجتماعی</source>
        <translation>Social Security</translation>
    </message>
    <message>
        <source>خدمات درمانی نیروهای مسلح</source>
        <translation>Armed Forces Medical Services</translation>
    </message>
    <message>
        <source>بیمه تکمیلی</source>
        <translation>Supplementary insurance</translation>
    </message>
    <message>
        <source>کارکنان دولت</source>
        <translation>Government staff</translation>
    </message>
    <message>
        <source>ایرانیان</source>
        <translation>Iranian fund</translation>
    </message>
    <message>
        <source>سایر اقشار</source>
        <translation>Other groups</translation>
    </message>
    <message>
        <source>روستاییان</source>
        <translation>Rural population</translation>
    </message>
    <message>
        <source>کد ملی</source>
        <translation>National code</translation>
    </message>
    <message>
        <source>کد فیدا</source>
        <translation>FIDA code</translation>
    </message>
    <message>
        <source>سریال دفترچه</source>
        <translation>Booklet serial</translation>
    </message>
    <message>
        <source>نظام پزشکی {number}</source>
        <translation>Medical council {number}</translation>
    </message>
    <message>
        <source>{years} ساله</source>
        <translation>aged {years} years</translation>
    </message>
    <message>
        <source>{months} ماهه</source>
        <translation>aged {months} months</translation>
    </message>
    <message>
        <source>(بی‌عنوان)</source>
        <translation>(untitled)</translation>
    </message>
    <message>
        <source>باز</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>کارهای من</source>
        <translation>My work</translation>
    </message>
    <message>
        <source>پرسش دارد</source>
        <translation>To answer</translation>
    </message>
    <message>
        <source>کسر دارد</source>
        <translation>To deduct</translation>
    </message>
    <message>
        <source>ردشده</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>بی‌ایراد</source>
        <translation>Clean</translation>
    </message>
    <message>
        <source>نزد ناظر</source>
        <translation>With supervisor</translation>
    </message>
    <message>
        <source>امضاشده</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>برگشتی</source>
        <translation>Sent away</translation>
    </message>
    <message>
        <source>آماده حسابداری</source>
        <translation>Ready for accounts</translation>
    </message>
    <message>
        <source>بسته</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>اعتراض</source>
        <translation>Objections</translation>
    </message>
    <message>
        <source>تغییر پس از امضا</source>
        <translation>Edited after review</translation>
    </message>
    <message>
        <source>همه</source>
        <translation>All</translation>
    </message>
    <message>
        <source>کارشناس رسیدگی فنی</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>کارشناس حسابداری</source>
        <translation>Accountant</translation>
    </message>
    <message>
        <source>ناظر</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>مدیر دفتر</source>
        <translation>Office administrator</translation>
    </message>
    <message>
        <source>ماه پس از ماه نسخه</source>
        <translation>months after that of the prescription</translation>
    </message>
    <message>
        <source>ماه پس از روز نسخه</source>
        <translation>months after the day of the prescription</translation>
    </message>
    <message>
        <source>سند در یک درخواست هزینه</source>
        <translation>claims of one submission</translation>
    </message>
    <message>
        <source>ماه پس از تولد</source>
        <translation>months after birth</translation>
    </message>
    <message>
        <source>ناحیه</source>
        <translation>regions</translation>
    </message>
    <message>
        <source>سال تمام</source>
        <translation>completed years</translation>
    </message>
    <message>
        <source>(روز ماه بعد)</source>
        <translation>(day of the next month)</translation>
    </message>
    <message>
        <source>ماه دیگر</source>
        <translation>further months</translation>
    </message>
    <message>
        <source>ماه پس از ماه خدمت</source>
        <translation>months after that of the service</translation>
    </message>
    <message>
        <source>روز</source>
        <translation>days</translation>
    </message>
    <message>
        <source>ماه پس از نسخه</source>
        <translation>months after the prescription</translation>
    </message>
    <message>
        <source>ماه از نخستین جلسه</source>
        <translation>months from the first session</translation>
    </message>
    <message>
        <source>جلسه</source>
        <translation>sessions</translation>
    </message>
    <message>
        <source>جلسه در هر نسخه</source>
        <translation>sessions of a prescription</translation>
    </message>
    <message>
        <source>ناحیه در هر جلسه</source>
        <translation>regions of a session</translation>
    </message>
    <message>
        <source>سال تمام؛ کمتر از آن پرداخت می‌شود</source>
        <translation>completed years; due below it</translation>
    </message>
    <message>
        <source>میلی‌گرم در دسی‌لیتر تری‌گلیسرید</source>
        <translation>mg/dL of triglyceride</translation>
    </message>
    <message>
        <source>بار در سال نخست پس از پیوند</source>
        <translation>times in the first year after a transplant</translation>
    </message>
    <message>
        <source>بار در سال</source>
        <translation>times a year</translation>
    </message>
    <message>
        <source>پرایمر</source>
        <translation>primers</translation>
    </message>
    <message>
        <source>از ۶</source>
        <translation>of 6</translation>
    </message>
    <message>
        <source>(ماه بارداری)</source>
        <translation>(month of pregnancy)</translation>
    </message>
    <message>
        <source>{value}، از {day}</source>
        <translation>{value}, from {day}</translation>
    </message>
    <message>
        <source>کلیات</source>
        <translation>General</translation>
    </message>
    <message>
        <source>خدمات پزشکان</source>
        <translation>Physicians&apos; services</translation>
    </message>
    <message>
        <source>پرتوپزشکی</source>
        <translation>Imaging</translation>
    </message>
    <message>
        <source>کدهای تعدیلی</source>
        <translation>Modifiers</translation>
    </message>
    <message>
        <source>بستری: اقامت</source>
        <translation>Inpatient: stay</translation>
    </message>
    <message>
        <source>بستری: خدمات</source>
        <translation>Inpatient: services</translation>
    </message>
    <message>
        <source>بخشنامه‌ها</source>
        <translation>Circulars</translation>
    </message>
    <message>
        <source>برنامه، از داده‌های سند</source>
        <translation>The program, from coded data</translation>
    </message>
    <message>
        <source>برنامه، پس از پاسخ به آنچه روی برگه است</source>
        <translation>The program, once the paper is read</translation>
    </message>
    <message>
        <source>کارشناس</source>
        <translation>The reviewer</translation>
    </message>
    <message>
        <source>پذیرش سند</source>
        <translation>Admissibility</translation>
    </message>
    <message>
        <source>تعهد سازمان</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>ناهمخوانی خدمات</source>
        <translation>Exclusion</translation>
    </message>
    <message>
        <source>تعداد</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>بها</source>
        <translation>Price</translation>
    </message>
    <message>
        <source>سهم‌ها</source>
        <translation>Shares</translation>
    </message>
    <message>
        <source>کنار ردیفی که به آن برمی‌گردد</source>
        <translation>beside the line that it concerns</translation>
    </message>
    <message>
        <source>کنار سندی که به آن برمی‌گردد</source>
        <translation>beside the claim that it concerns</translation>
    </message>
    <message>
        <source>تنها در همین دفتر</source>
        <translation>in this book alone</translation>
    </message>
    <message>
        <source>بخشنامه پرداخت هزینه به بیمه‌شدگان</source>
        <translation>Circular on reimbursement</translation>
    </message>
    <message>
        <source>بخشنامه استحقاق درمان</source>
        <translation>Circular on eligibility</translation>
    </message>
    <message>
        <source>بخشنامه مراکز پاراکلینیک</source>
        <translation>Circular on paraclinic centres</translation>
    </message>
    <message>
        <source>بخشنامه اعزام بیماران</source>
        <translation>Circular on the sending of patients</translation>
    </message>
    <message>
        <source>دستورالعمل رسیدگی به اسناد پزشکی (۱۳۹۵)</source>
        <translation>Handbook of claim review (1395)</translation>
    </message>
    <message>
        <source>جمع کل</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>سهم بیمه‌شده</source>
        <translation>Patient&apos;s share</translation>
    </message>
    <message>
        <source>سهم سازمان (قابل پرداخت)</source>
        <translation>Insurer&apos;s share (payable)</translation>
    </message>
    <message>
        <source>به قرعه</source>
        <translation>By lot</translation>
    </message>
    <message>
        <source>به قرعه ریالی</source>
        <translation>By monetary units</translation>
    </message>
    <message>
        <source>دورترین از معمول</source>
        <translation>Furthest from usual</translation>
    </message>
    <message>
        <source>هر سند یک بخت دارد.</source>
        <translation>Each claim has the same chance.</translation>
    </message>
    <message>
        <source>هر ریال تأییدشده یک بخت دارد؛ سند گران‌تر زودتر بیرون می‌آید.</source>
        <translation>Each approved rial has the same chance; a dearer claim is drawn sooner.</translation>
    </message>
    <message>
        <source>سندهایی که از میانه سندهای هم‌سان خود بیش از همه دورند؛ با میانه قدرمطلق انحراف‌ها سنجیده می‌شود.</source>
        <translation>The claims furthest from the median of their like, measured by the median absolute deviation.</translation>
    </message>
    <message>
        <source>پیش از دیگران</source>
        <translation>Before others</translation>
    </message>
    <message>
        <source>تنها همان‌ها</source>
        <translation>These alone</translation>
    </message>
    <message>
        <source>مانند دیگران</source>
        <translation>Like others</translation>
    </message>
    <message>
        <source>هم‌نوع همان مرکز</source>
        <translation>of the same kind and centre</translation>
    </message>
    <message>
        <source>هم‌نوع با همان تشخیص</source>
        <translation>of the same kind and diagnosis</translation>
    </message>
    <message>
        <source>هم‌نوع</source>
        <translation>of the same kind</translation>
    </message>
    <message>
        <source>مبلغ تأییدشده</source>
        <translation>Approved amount</translation>
    </message>
    <message>
        <source>سهم کسر</source>
        <translation>Share deducted</translation>
    </message>
    <message>
        <source>✓ موافق</source>
        <translation>✓ agreed</translation>
    </message>
    <message>
        <source>✗ ناموافق</source>
        <translation>✗ not agreed</translation>
    </message>
    <message>
        <source>دیده نشده</source>
        <translation>not looked at</translation>
    </message>
    <message>
        <source>تأیید اختلاف با ضابطه</source>
        <translation>Endorsed the departures from the rules</translation>
    </message>
    <message>
        <source>بازگرداندن به رسیدگی</source>
        <translation>Sent back to review</translation>
    </message>
    <message>
        <source>پیامک</source>
        <translation>text message</translation>
    </message>
    <message>
        <source>کد دستوری تلفن همراه (USSD)</source>
        <translation>USSD</translation>
    </message>
    <message>
        <source>برنامک تلفن همراه</source>
        <translation>mobile app</translation>
    </message>
    <message>
        <source>وبگاه darman.tamin.ir</source>
        <translation>darman.tamin.ir</translation>
    </message>
    <message>
        <source>وبگاه medical.tamin.ir</source>
        <translation>medical.tamin.ir</translation>
    </message>
    <message>
        <source>وب‌سرویس مرکز</source>
        <translation>the centre&apos;s web service</translation>
    </message>
    <message>
        <source>استعلام عام (مرکز)</source>
        <translation>general inquiry (the centre)</translation>
    </message>
    <message>
        <source>استعلام خاص (خود بیمه‌شده)</source>
        <translation>special inquiry (the insured person)</translation>
    </message>
    <message>
        <source>تلفن</source>
        <translation>telephone</translation>
    </message>
    <message>
        <source>دارای استحقاق</source>
        <translation>covered</translation>
    </message>
    <message>
        <source>بدون استحقاق</source>
        <translation>not covered</translation>
    </message>
    <message>
        <source>کرایه بیمار</source>
        <translation>Patient&apos;s fare</translation>
    </message>
    <message>
        <source>کرایه همراه</source>
        <translation>Companion&apos;s fare</translation>
    </message>
    <message>
        <source>اقامت بیمار</source>
        <translation>Patient&apos;s lodging</translation>
    </message>
    <message>
        <source>اقامت همراه</source>
        <translation>Companion&apos;s lodging</translation>
    </message>
    <message>
        <source>اقامت بیمار، هر شب</source>
        <translation>Patient&apos;s lodging, each night</translation>
    </message>
    <message>
        <source>اقامت همراه، هر شب</source>
        <translation>Companion&apos;s lodging, each night</translation>
    </message>
</context>
<context>
    <name>objections</name>
    <message>
        <source>کل سند</source>
        <translation>Whole claim</translation>
    </message>
    <message>
        <source>ردیف {no}</source>
        <translation>Line {no}</translation>
    </message>
    <message>
        <source>دریافت {date}</source>
        <translation>Received {date}</translation>
    </message>
    <message>
        <source>دریافت {date} · مبلغ خواسته‌شده {wanted} ریال</source>
        <translation>Received {date} · wants {wanted} rials</translation>
    </message>
    <message>
        <source>پاسخ {author}: {reason}</source>
        <translation>Answer of {author}: {reason}</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>یافتن</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>دفتر ضوابط</source>
        <translation>Rule book</translation>
    </message>
    <message>
        <source>کارهای در دست</source>
        <translation>Work in hand</translation>
    </message>
    <message>
        <source>استعلام استحقاق</source>
        <translation>Inquiries about cover</translation>
    </message>
    <message>
        <source>سند سفر از روی کاغذ</source>
        <translation>Travel claim from paper</translation>
    </message>
    <message>
        <source>فرم اعزام و انتقال</source>
        <translation>Form of sending and transfer</translation>
    </message>
    <message>
        <source>نرخ‌های سفر</source>
        <translation>Travel rates</translation>
    </message>
    <message>
        <source>برگ‌های ماه مرکز</source>
        <translation>Papers of a centre&apos;s month</translation>
    </message>
    <message>
        <source>برگ‌های درخواست</source>
        <translation>Sheets of a submission</translation>
    </message>
    <message>
        <source>آمار</source>
        <translation>Statistics</translation>
    </message>
    <message>
        <source>نمونه‌گیری</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>آستانه‌های نظارت</source>
        <translation>Supervision thresholds</translation>
    </message>
    <message>
        <source>افراد دفتر</source>
        <translation>People of the office</translation>
    </message>
    <message>
        <source>گیرندگان</source>
        <translation>Receivers</translation>
    </message>
    <message>
        <source>اعتراض‌ها</source>
        <translation>Objections</translation>
    </message>
    <message>
        <source>درخواست‌های خسارت متفرقه</source>
        <translation>Reimbursement requests</translation>
    </message>
    <message>
        <source>پرداخت خسارت متفرقه</source>
        <translation>Payment of reimbursements</translation>
    </message>
    <message>
        <source>بسته‌های مرجع</source>
        <translation>Reference packs</translation>
    </message>
    <message>
        <source>گذرواژه تازه</source>
        <translation>New password</translation>
    </message>
</context>
<context>
    <name>payments</name>
    <message>
        <source>{count} درخواست</source>
        <translation>{count} requests</translation>
    </message>
    <message>
        <source>به {count} درخواست پس از فهرست اعتراض شده است</source>
        <translation>{count} requests were objected to after the list</translation>
    </message>
    <message>
        <source>{total} ریال بازپس‌گرفتنی</source>
        <translation>{total} rials to be reclaimed</translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>غیرفعال</source>
        <translation>Deactivated</translation>
    </message>
    <message>
        <source>گذرواژه یک‌بارمصرف</source>
        <translation>One-time password</translation>
    </message>
    <message>
        <source>فعال</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>در انتظار، پس از گذرواژه نادرست</source>
        <translation>Waits, after wrong passwords</translation>
    </message>
    <message>
        <source>باطل شده در {moment}: {reason}</source>
        <translation>Revoked on {moment}: {reason}</translation>
    </message>
    <message>
        <source>هنوز ساخته نشده</source>
        <translation>Not made yet</translation>
    </message>
    <message>
        <source>تا {day}</source>
        <translation>Until {day}</translation>
    </message>
    <message>
        <source>{count} بار گذرواژه نادرست</source>
        <translation>{count} wrong passwords</translation>
    </message>
    <message>
        <source>{name} هنوز وارد نشده است.</source>
        <translation>{name} has not signed in yet.</translation>
    </message>
    <message>
        <source>درست</source>
        <translation>right</translation>
    </message>
    <message>
        <source>نادرست</source>
        <translation>wrong</translation>
    </message>
    <message>
        <source>آخرین ورودهای {name}: {tries}</source>
        <translation>Latest sign-ins of {name}: {tries}</translation>
    </message>
</context>
<context>
    <name>queue</name>
    <message>
        <source>برای امضای دوباره</source>
        <translation>To be signed anew</translation>
    </message>
    <message>
        <source>بازگشته به رسیدگی</source>
        <translation>Sent back to review</translation>
    </message>
    <message>
        <source>امضا باطل شد: {reason}</source>
        <translation>Signature voided: {reason}</translation>
    </message>
    <message>
        <source>نسخه {version}</source>
        <translation>Version {version}</translation>
    </message>
</context>
<context>
    <name>receivers</name>
    <message>
        <source>برای «{name}» رمز شد و تنها با کلید او باز می‌شود.</source>
        <translation>Encrypted for «{name}»; only their key opens it.</translation>
    </message>
</context>
<context>
    <name>sampling</name>
    <message>
        <source>{drawn} سند در نمونه است؛ هنوز هیچ‌یک دیده نشده.</source>
        <translation>{drawn} claims are in the sample; none has been looked at yet.</translation>
    </message>
    <message>
        <source>{looked} از {drawn} سند دیده شد: {agreed} موافق، {not_agreed} ناموافق؛ سهم موافقت {share}.</source>
        <translation>{looked} of {drawn} claims were looked at: {agreed} agreed, {not_agreed} not agreed; {share} agreement.</translation>
    </message>
    <message>
        <source>{seen} دیده، {not_agreed} ناموافق</source>
        <translation>{seen} seen, {not_agreed} not agreed</translation>
    </message>
</context>
<context>
    <name>statistics</name>
    <message>
        <source>میلیارد ریال</source>
        <translation>billion rials</translation>
    </message>
    <message>
        <source>میلیون ریال</source>
        <translation>million rials</translation>
    </message>
    <message>
        <source>هزار ریال</source>
        <translation>thousand rials</translation>
    </message>
    <message>
        <source>ریال</source>
        <translation>rials</translation>
    </message>
    <message>
        <source>مبلغ کسر ({unit})</source>
        <translation>Deducted ({unit})</translation>
    </message>
    <message>
        <source>سهم کسر از درخواستی (درصد)</source>
        <translation>Part of the claimed sums that is deducted (percent)</translation>
    </message>
    <message>
        <source>بدون سند</source>
        <translation>No documents</translation>
    </message>
    <message>
        <source>دلیل کسر</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>بخشنامه‌ها</source>
        <translation>Circulars</translation>
    </message>
    <message>
        <source>سرفصل</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>مرکز</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>ماه</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>هم‌رأیی</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <source>اختلاف با ضابطه</source>
        <translation>Overrides</translation>
    </message>
    <message>
        <source>هر میله کسر یک ضابطه است.</source>
        <translation>Each bar is what one rule deducts.</translation>
    </message>
    <message>
        <source>هر میله کسر ضابطه‌های یک بخشنامه است.</source>
        <translation>Each bar is what the rules of one circular deduct.</translation>
    </message>
    <message>
        <source>هر میله کسر یک سرفصل است.</source>
        <translation>Each bar is what is deducted under one heading.</translation>
    </message>
    <message>
        <source>هر میله کسر سندهای یک مرکز است.</source>
        <translation>Each bar is what is deducted from one centre&apos;s claims.</translation>
    </message>
    <message>
        <source>هر نقطه کسر سندهای یک ماه است.</source>
        <translation>Each point is what is deducted from one month&apos;s claims.</translation>
    </message>
    <message>
        <source>ضابطه چه گفت و کارشناسان چه گفتند؛ آنچه بر سر آن بیشتر اختلاف دارند بالاتر است.</source>
        <translation>What the rule said and what people said; what they disagree on most comes first.</translation>
    </message>
    <message>
        <source>ضابطه‌ای که بیشتر کنار گذاشته شده بالاتر است.</source>
        <translation>The rule that was set aside most often comes first.</translation>
    </message>
    <message>
        <source>پذیرفته</source>
        <translation>agreed</translation>
    </message>
    <message>
        <source>مبلغ دیگر</source>
        <translation>another amount</translation>
    </message>
    <message>
        <source>چشم‌پوشی</source>
        <translation>waived</translation>
    </message>
    <message>
        <source>کسر افزوده</source>
        <translation>deduction added</translation>
    </message>
    <message>
        <source>درست دانسته</source>
        <translation>found in order</translation>
    </message>
    <message>
        <source>{percent} درصد</source>
        <translation>{percent} percent</translation>
    </message>
    <message>
        <source>{count} سند</source>
        <translation>claims: {count}</translation>
    </message>
    <message>
        <source>{count} بار</source>
        <translation>times: {count}</translation>
    </message>
    <message>
        <source>{share} از کسر</source>
        <translation>{share} of the deductions</translation>
    </message>
    <message>
        <source>{share} از درخواستی</source>
        <translation>{share} of the claimed</translation>
    </message>
    <message>
        <source>ریز آن نگه‌داری نشده</source>
        <translation>Grounds not kept</translation>
    </message>
    <message>
        <source>رسیدگی در نسخه پیشین برنامه</source>
        <translation>assessed by an earlier release</translation>
    </message>
    <message>
        <source>مبلغ به نظر کارشناس</source>
        <translation>Amount set by a person</translation>
    </message>
    <message>
        <source>ضابطه‌های {prefix}</source>
        <translation>{prefix} rules</translation>
    </message>
    <message>
        <source>دستورالعمل رسیدگی و دیگر کسرها</source>
        <translation>The handbook of claim review and other deductions</translation>
    </message>
    <message>
        <source>فاصله نظرها {share}</source>
        <translation>apart by {share}</translation>
    </message>
    <message>
        <source>پذیرش {share}</source>
        <translation>agreed in {share}</translation>
    </message>
    <message>
        <source>از {count} کسر</source>
        <translation>of {count} deductions</translation>
    </message>
</context>
<context>
    <name>stay</name>
    <message>
        <source>{name}، {lines}</source>
        <translation>{name}, {lines}</translation>
    </message>
    <message>
        <source>سند می‌ماند</source>
        <translation>Holds the claim</translation>
    </message>
    <message>
        <source>یادآوری</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>کل سند</source>
        <translation>Whole claim</translation>
    </message>
    <message>
        <source>{count} ردیف</source>
        <translation>Lines: {count}</translation>
    </message>
    <message>
        <source>هنوز خوانده نشده است</source>
        <translation>not read yet</translation>
    </message>
    <message>
        <source>بله</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>خیر</source>
        <translation>no</translation>
    </message>
    <message>
        <source>این ایراد دیده شده است</source>
        <translation>this fault was seen</translation>
    </message>
    <message>
        <source>این ایراد دیده نشده است</source>
        <translation>this fault was not seen</translation>
    </message>
    <message>
        <source>هنوز دیده نشده است</source>
        <translation>not looked at yet</translation>
    </message>
    <message>
        <source>پیوست است</source>
        <translation>attached</translation>
    </message>
    <message>
        <source>پیوست است، با ایراد</source>
        <translation>attached, with a fault</translation>
    </message>
    <message>
        <source>پیوست نیست</source>
        <translation>not attached</translation>
    </message>
    <message>
        <source>در این سند چیزی بر آن تکیه ندارد</source>
        <translation>nothing in this claim rests on it</translation>
    </message>
    <message>
        <source>پاسخ دیگر {cost} ریال می‌کاهد</source>
        <translation>the other answer takes off {cost} rials</translation>
    </message>
    <message>
        <source>نبود آن {cost} ریال می‌کاهد</source>
        <translation>its absence takes off {cost} rials</translation>
    </message>
    <message>
        <source>این ایراد {cost} ریال می‌کاهد</source>
        <translation>this fault takes off {cost} rials</translation>
    </message>
    <message>
        <source>بستری</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>بخش</source>
        <translation>Ward</translation>
    </message>
    <message>
        <source>نوزاد و همراه</source>
        <translation>Newborn, companion</translation>
    </message>
    <message>
        <source>مرخصی</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>جراحی</source>
        <translation>Surgery</translation>
    </message>
    <message>
        <source>بیهوشی</source>
        <translation>Anesthesia</translation>
    </message>
    <message>
        <source>ریکاوری</source>
        <translation>Recovery</translation>
    </message>
    <message>
        <source>بیمار دیگر</source>
        <translation>Other patient</translation>
    </message>
    <message>
        <source>دو تخت در یک روز: {when} ({lines})</source>
        <translation>Two beds in one day: {when} ({lines})</translation>
    </message>
    <message>
        <source>روز بدون تخت: {when}</source>
        <translation>Day without a bed: {when}</translation>
    </message>
    <message>
        <source>بیرون از مدت بستری: {when} ({lines})</source>
        <translation>Outside the stay: {when} ({lines})</translation>
    </message>
    <message>
        <source>پس از دستور ترخیص: {when} ({lines})</source>
        <translation>After the order of discharge: {when} ({lines})</translation>
    </message>
    <message>
        <source>دو بیهوشی در یک زمان: {when} ({lines})</source>
        <translation>Two anesthesias at the same time: {when} ({lines})</translation>
    </message>
    <message>
        <source>متخصص بیهوشی در همین زمان بیمار دیگری هم داشته است، کد تعدیلی ۴۴: {when} ({lines})</source>
        <translation>The anesthetist had another patient at the same time, modifier 44: {when} ({lines})</translation>
    </message>
    <message>
        <source>نوع تخت خوانده نشده</source>
        <translation>Kind of bed not read</translation>
    </message>
    <message>
        <source>{kind}، {days} روز</source>
        <translation>{kind}, {days} days</translation>
    </message>
    <message>
        <source>{days} روز</source>
        <translation>{days} days</translation>
    </message>
    <message>
        <source>{minutes} دقیقه</source>
        <translation>{minutes} minutes</translation>
    </message>
    <message>
        <source>با {margin} دقیقه پیش و پس از جراحی</source>
        <translation>with {margin} minutes before and after surgery</translation>
    </message>
    <message>
        <source>مدت آن خوانده نشده است؛ کمترین مدت لازم کشیده شده</source>
        <translation>its length has not been read; the least that is needed is drawn</translation>
    </message>
    <message>
        <source>تاریخ آن در صورت‌حساب نیست؛ بر روزهای خالی کشیده شده</source>
        <translation>the bill does not date it; drawn on the days that are left</translation>
    </message>
    <message>
        <source>بدون تخت</source>
        <translation>No bed</translation>
    </message>
    <message>
        <source>، </source>
        <translation>, </translation>
    </message>
    <message>
        <source>ردیف {numbers}</source>
        <translation>line {numbers}</translation>
    </message>
    <message>
        <source>ردیف‌های {numbers}</source>
        <translation>lines {numbers}</translation>
    </message>
    <message>
        <source>{first} تا {last}</source>
        <translation>{first} to {last}</translation>
    </message>
</context>
<context>
    <name>tasks</name>
    <message>
        <source>برنامه در این کار به خطای خودش برخورد. دوباره بکوشید و اگر ماند، خبر دهید.</source>
        <translation>The program met a fault of its own. Try again, and report it if it stays.</translation>
    </message>
</context>
<context>
    <name>travel</name>
    <message>
        <source>سفر</source>
        <translation>Journey</translation>
    </message>
    <message>
        <source>استحقاق</source>
        <translation>Entitlement</translation>
    </message>
    <message>
        <source>نیاز و تأیید اعزام</source>
        <translation>Need and approval of the sending</translation>
    </message>
    <message>
        <source>وسیله و همراه</source>
        <translation>Vehicle and companions</translation>
    </message>
    <message>
        <source>اعزام دوباره و دوره درمان</source>
        <translation>Repeated sending and course of treatment</translation>
    </message>
</context>
<context>
    <name>typed</name>
    <message>
        <source>بله</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>خیر</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>waterfall</name>
    <message>
        <source>درخواستی</source>
        <translation>Claimed</translation>
    </message>
    <message>
        <source>نظر سامانه</source>
        <translation>System</translation>
    </message>
    <message>
        <source>ضوابط امروز</source>
        <translation>Today&apos;s rules</translation>
    </message>
    <message>
        <source>امضاشده</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>نظر {initials}</source>
        <translation>Decision of {initials}</translation>
    </message>
    <message>
        <source>کارشناس</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>تأییدشده</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>تعدیل</source>
        <translation>Deducted</translation>
    </message>
    <message>
        <source>سهم بیمه‌شده</source>
        <translation>Patient&apos;s share</translation>
    </message>
    <message>
        <source>سهم سازمان</source>
        <translation>Insurer&apos;s share</translation>
    </message>
</context>
<context>
    <name>workload</name>
    <message>
        <source>بی‌مهلت</source>
        <translation>no deadline</translation>
    </message>
    <message>
        <source>مهلت {day} — {left}</source>
        <translation>due {day} — {left}</translation>
    </message>
    <message>
        <source>امروز</source>
        <translation>today</translation>
    </message>
    <message>
        <source>{days} روز گذشته</source>
        <translation>{days} days overdue</translation>
    </message>
    <message>
        <source>{days} روز مانده</source>
        <translation>{days} days left</translation>
    </message>
    <message>
        <source>{amount} ریال</source>
        <translation>{amount} rials</translation>
    </message>
    <message>
        <source>باز {count}</source>
        <translation>open {count}</translation>
    </message>
    <message>
        <source>امضاشده {count}</source>
        <translation>signed {count}</translation>
    </message>
    <message>
        <source>بسته {count}</source>
        <translation>closed {count}</translation>
    </message>
    <message>
        <source>برگشتی {count}</source>
        <translation>returned {count}</translation>
    </message>
    <message>
        <source>{days} روز از ورود (روز تحویل نوشته نشده)</source>
        <translation>{days} days since import (day of delivery not given)</translation>
    </message>
    <message>
        <source>{days} روز از تحویل، پس از مهلت مرکز</source>
        <translation>{days} days since delivery, after the centre&apos;s deadline</translation>
    </message>
    <message>
        <source>{days} روز از تحویل</source>
        <translation>{days} days since delivery</translation>
    </message>
    <message>
        <source>واگذار نشده</source>
        <translation>not assigned</translation>
    </message>
    <message>
        <source>{person}: سند {number}، از ساعت {hour}</source>
        <translation>{person}: claim {number}, since {hour}</translation>
    </message>
</context>
</TS>
